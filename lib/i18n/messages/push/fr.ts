export const fr = {
  pointsTitle: "{points, number, ::sign-always} {name} chez {program}",
  pointsBody: "Vous avez maintenant {balance, number} {name}.",
  expiringTitle: "{points, number} {name} expirent bientôt",
  expiringBody: "Utilisez-les chez {program} avant le {day} inclus.",
  title: "Notifications",
  intro:
    "Soyez au courant de ce que vous recevez, de vos commandes et de ce qui expire, même quand le portefeuille est fermé.",
  turnOn: "Activer les notifications",
  turnOff: "Désactiver sur cet appareil",
  isOn: "Activées sur cet appareil",
  on: "Les notifications sont activées",
  off: "Les notifications sont désactivées sur cet appareil",
  blocked:
    "Ce navigateur ne laisse pas le club vous notifier. Autorisez les notifications dans ses réglages pour ce site, puis revenez.",
  unsupported:
    "Ce navigateur ne peut pas vous notifier. Sur iPhone ou iPad, ajoutez d’abord le club à l’écran d’accueil.",
  failed: "Les notifications n’ont pas pu être activées",
  points: "Ce que vous recevez",
  pointsHint: "À chaque fois que votre carte est créditée.",
  expiring: "Ce qui va bientôt expirer",
  expiringHint: "Une semaine avant, le matin.",
  orders: "Vos récompenses et commandes",
  ordersHint: "Quand quelque chose est prêt ou n’a pas pu se faire.",
  offers: "Offres",
  offersHint: "Messages des campagnes.",
};
