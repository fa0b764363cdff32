import type { Translation } from "../../translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  joinTitle: "Bei {program} mitmachen",
  joinDescription: "Eine Karte auf deinem Handy und {points} für deine Einkäufe. Kostenlos.",
  invited: "Du wurdest eingeladen: Mit deinem ersten Einkauf bekommst du {points}.",
  name: "Vorname und Name",
  email: "E-Mail",
  terms:
    "Ich bin einverstanden, dass {program} meine Angaben und Einkäufe speichert, um zu zählen, was ich sammle.",
  offers: "Schickt mir Angebote per E-Mail.",
  offersHint: "Das kannst du jederzeit in deinem Profil ändern.",
  joinSubmit: "Mitmachen",
  memberAlready: "Schon Mitglied? <link>Anmelden</link>",
  codeTitle: "Sieh in deine E-Mails",
  codeDescription: "Wir haben sechs Ziffern an <address>{email}</address> geschickt.",
  codeLabel: "Code aus der E-Mail",
  codeHint: "Er gilt zehn Minuten. Sieh auch im Spam-Ordner nach.",
  codeSubmit: "Weiter",
  resend: "Anderen Code schicken",
  resendIn: "Anderer Code in {seconds, number} s",
  resent: "Ein anderer Code ist unterwegs. Der vorige gilt nicht mehr.",
  startAgain: "Andere Adresse verwenden",
  keptNotice:
    "Diese Installation hat keinen Mailserver. Der Code steht im Portal unter Developers, Outgoing mail.",
  byCodeTitle: "Mit Code anmelden",
  byCodeDescription: "Ohne Passwort: Wir schicken sechs Ziffern an die Adresse, mit der du beigetreten bist.",
  byCodeSubmit: "Code schicken",
  byCode: "Mit einem Code per E-Mail anmelden",
  byPassword: "Mit Passwort anmelden",
  newEmail: "Neue E-Mail-Adresse",
  changeEmail: "E-Mail-Adresse ändern",
  emailChanged: "Deine E-Mail-Adresse ist geändert.",
};
