export const en = {
  title: "Vouchers",
  intro: "Tap a code to show it at the till, or read it out. Each can be used once.",
  none: "No vouchers at the moment",
  noneText: "When an offer gives you one, it is here with its code.",
  toUse: "To use",
  over: "Used and over",
  show: "Show the voucher “{name}” at the till",
  noLastDay: "No last day",
  until: "Until {day}, the whole day",
  usedOn: "Used {day}",
  expiredOn: "Expired {day}",
  withdrawnOn: "Taken back {day}",
} as const;
