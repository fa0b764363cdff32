import type { Translation } from "../../translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  referrerReason: "Jemand, den du eingeladen hast, hat zum ersten Mal eingekauft",
  refereeReason: "Willkommen: dein erster Einkauf auf Einladung",
  takenBackReason: "Der Einkauf, für den es das gab, kam zurück",
  title: "Freunde einladen",
  both: "Du bekommst {mine} und sie {theirs}, wenn sie zum ersten Mal einkaufen.",
  mineOnly: "Du bekommst {mine}, wenn sie zum ersten Mal einkaufen.",
  theirsOnly: "Sie bekommen {theirs}, wenn sie zum ersten Mal einkaufen.",
  minimum: "Von mindestens {amount}.",
  waits: "{days, plural, one {Die Belohnung kommt # Tag später.} other {Die Belohnung kommt # Tage später.}}",
  limit: "{count, plural, one {Höchstens # im Monat.} other {Höchstens # im Monat.}}",
  share: "Link teilen",
  copy: "Link kopieren",
  copied: "Link kopiert",
  showQr: "QR-Code zeigen",
  qrText: "Lass es mit der Kamera scannen.",
  code: "Dein Code",
  shareText: "Mach mit bei {program}",
  joined:
    "{count, plural, =0 {Über deinen Link ist noch niemand beigetreten.} one {# Person ist beigetreten.} other {# Personen sind beigetreten.}}",
  earned: "{points} verdient",
};
