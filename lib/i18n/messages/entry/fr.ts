import type { Translation } from "../../translation";
import type { en } from "./en";

export const fr: Translation<typeof en> = {
  joinTitle: "S’inscrire chez {program}",
  joinDescription: "Une carte sur votre téléphone et des {points} pour vos achats. Gratuit.",
  invited: "Vous avez été invité : vous recevez {points} avec votre premier achat.",
  name: "Nom",
  email: "Adresse e-mail",
  terms: "J’accepte que {program} conserve mes coordonnées et mes achats pour compter ce que je cumule.",
  offers: "Envoyez-moi des offres par e-mail.",
  offersHint: "Vous pouvez changer cela à tout moment dans votre profil.",
  joinSubmit: "S’inscrire",
  memberAlready: "Déjà membre ? <link>Se connecter</link>",
  codeTitle: "Consultez vos e-mails",
  codeDescription: "Nous avons envoyé six chiffres à <address>{email}</address>.",
  codeLabel: "Code reçu par e-mail",
  codeHint: "Il est valable dix minutes. Regardez aussi dans les indésirables.",
  codeSubmit: "Continuer",
  resend: "Envoyer un autre code",
  resendIn: "Autre code dans {seconds, number} s",
  resent: "Un autre code est en route. Le précédent n’est plus valable.",
  startAgain: "Utiliser une autre adresse",
  keptNotice:
    "Cette installation n’a pas de serveur de messagerie. Le code se trouve dans le portail sous Developers, Outgoing mail.",
  byCodeTitle: "Se connecter avec un code",
  byCodeDescription: "Sans mot de passe : nous envoyons six chiffres à l’adresse de votre inscription.",
  byCodeSubmit: "Envoyer le code",
  byCode: "Se connecter avec un code par e-mail",
  byPassword: "Se connecter avec un mot de passe",
  newEmail: "Nouvelle adresse e-mail",
  changeEmail: "Changer d’adresse e-mail",
  emailChanged: "Votre adresse e-mail est modifiée.",
};
