export const en = {
  notice: "You are offline. Your card works all the same; your {name} are as of {when}.",
  tryAgain: "Try again",
  card: "Your card",
  code: "Code for the till",
} as const;
