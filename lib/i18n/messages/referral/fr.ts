import type { Translation } from "../../translation";
import type { en } from "./en";

export const fr: Translation<typeof en> = {
  referrerReason: "Une personne que vous avez invitée a fait un premier achat",
  refereeReason: "Bienvenue : votre premier achat sur invitation",
  takenBackReason: "L’achat qui les avait valus a été retourné",
  title: "Inviter des amis",
  both: "Vous recevez {mine} et eux {theirs} lors de leur premier achat.",
  mineOnly: "Vous recevez {mine} lors de leur premier achat.",
  theirsOnly: "Ils reçoivent {theirs} lors de leur premier achat.",
  minimum: "D’au moins {amount}.",
  waits:
    "{days, plural, one {La récompense arrive # jour plus tard.} other {La récompense arrive # jours plus tard.}}",
  limit: "{count, plural, one {Au plus # par mois.} other {Au plus # par mois.}}",
  share: "Partager le lien",
  copy: "Copier le lien",
  copied: "Lien copié",
  showQr: "Afficher le code QR",
  qrText: "Faites-le scanner avec l’appareil photo.",
  code: "Votre code",
  shareText: "Rejoignez-moi chez {program}",
  joined:
    "{count, plural, =0 {Personne ne s’est encore inscrit par votre lien.} one {# personne s’est inscrite.} other {# personnes se sont inscrites.}}",
  earned: "{points} gagnés",
};
