export const de = {
  pointsTitle: "{points, number, ::sign-always} {name} bei {program}",
  pointsBody: "Du hast jetzt {balance, number} {name}.",
  expiringTitle: "{points, number} {name} verfallen bald",
  expiringBody: "Löse sie bei {program} bis {day} ein.",
  title: "Benachrichtigungen",
  intro:
    "Erfahre, was du bekommst, wie es um Bestellungen steht und was verfällt, auch wenn die Wallet geschlossen ist.",
  turnOn: "Benachrichtigungen einschalten",
  turnOff: "Auf diesem Gerät ausschalten",
  isOn: "Auf diesem Gerät eingeschaltet",
  on: "Benachrichtigungen sind eingeschaltet",
  off: "Benachrichtigungen sind auf diesem Gerät ausgeschaltet",
  blocked:
    "Dieser Browser lässt keine Benachrichtigungen des Clubs zu. Erlaube sie in seinen Einstellungen für diese Seite und komm dann zurück.",
  unsupported:
    "Dieser Browser kann dich nicht benachrichtigen. Füge den Club auf iPhone oder iPad zuerst dem Home-Bildschirm hinzu.",
  failed: "Benachrichtigungen konnten nicht eingeschaltet werden",
  points: "Was du bekommst",
  pointsHint: "Jedes Mal, wenn etwas auf deine Karte kommt.",
  expiring: "Was bald verfällt",
  expiringHint: "Eine Woche vorher, am Morgen.",
  orders: "Deine Prämien und Bestellungen",
  ordersHint: "Wenn etwas bereit ist oder nicht geklappt hat.",
  offers: "Angebote",
  offersHint: "Nachrichten von Kampagnen.",
};
