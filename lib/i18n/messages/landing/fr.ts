import type { Translation } from "../../translation";
import type { en } from "./en";

export const fr: Translation<typeof en> = {
  headline: "Cumulez des {points} chez {program}",
  lead: "Votre carte sur votre téléphone, des offres en mots simples et des récompenses pour vos achats de tous les jours.",
  description:
    "Rejoignez {program} : des {points} pour vos achats, des offres et des récompenses, avec la carte sur votre téléphone.",
  invited: "Un ami vous invite : {points} pour vous avec votre premier achat.",
  join: "S’inscrire gratuitement",
  signIn: "Se connecter",
  myCard: "Ma carte",
  sampleCard: "Votre carte",
  how: "Comment ça marche",
  step1: "Inscrivez-vous",
  step1Text:
    "Votre nom et votre e-mail suffisent. Trente secondes plus tard, la carte est sur votre téléphone.",
  step2: "Cumulez",
  step2Text:
    "Montrez votre code en payant. Vos {points} arrivent en quelques secondes, chacun avec sa raison.",
  step3: "Choisissez",
  step3Text: "Prenez ce qui vous plaît avec vos {points}.",
  step3From: "Prenez ce qui vous plaît avec vos {points}, à partir de {price}.",
  offers: "Les offres du moment",
  rewards: "Ce que vous pouvez obtenir",
  plusMoney: "{points} et {money}",
  closing: "Prêt en trente secondes",
};
