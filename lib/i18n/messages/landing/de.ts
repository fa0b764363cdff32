import type { Translation } from "../../translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  headline: "Sammle {points} bei {program}",
  lead: "Deine Karte auf dem Handy, Angebote in klaren Worten und Prämien für das, was du ohnehin kaufst.",
  description:
    "Mach mit bei {program}: {points} für deine Einkäufe, Angebote und Prämien, mit der Karte auf dem Handy.",
  invited: "Jemand hat dich eingeladen: {points} gehören dir mit dem ersten Einkauf.",
  join: "Kostenlos mitmachen",
  signIn: "Anmelden",
  myCard: "Meine Karte",
  sampleCard: "Deine Karte",
  how: "So geht’s",
  step1: "Mitmachen",
  step1Text: "Name und E-Mail genügen. Eine halbe Minute später ist die Karte auf deinem Handy.",
  step2: "Sammeln",
  step2Text:
    "Zeig beim Bezahlen deinen Code. Sekunden später sind deine {points} da, jeder mit seinem Grund.",
  step3: "Aussuchen",
  step3Text: "Nimm dir für deine {points}, was dir gefällt.",
  step3From: "Nimm dir für deine {points}, was dir gefällt. Los geht es bei {price}.",
  offers: "Gerade im Angebot",
  rewards: "Was du bekommen kannst",
  plusMoney: "{points} und {money}",
  closing: "In einer halben Minute dabei",
};
