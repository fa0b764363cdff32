export const en = {
  codeSubject: "{code} is your code for {program}",
  joinHeading: "Welcome to {program}",
  joinText: "Type this code to finish joining. It works for {minutes, number} minutes.",
  alreadyHeading: "You already have a card at {program}",
  alreadyText: "No need to join again: this code opens your card. It works for {minutes, number} minutes.",
  signInHeading: "Your code for {program}",
  signInText: "Type this code to open your card. It works for {minutes, number} minutes.",
  unknownSubject: "No card at {program} yet",
  unknownHeading: "There is no card with this address at {program}",
  unknownText:
    "Somebody asked to sign in with it. If it was you, you can join in a minute, or try the address that you joined with.",
  join: "Join {program}",
  changeHeading: "Your new address",
  changeText:
    "Type this code, and {program} writes to you at this address from now on. It works for {minutes, number} minutes.",
  takenSubject: "This address has a card at {program}",
  takenHeading: "This address already belongs to a card",
  takenText: "A member of {program} asked to use it. Nothing was changed.",
  changedSubject: "Your address at {program} was changed",
  changedHeading: "You have another address now",
  changedText:
    "From now on {program} writes to the new one, and you sign in with it. If this was not you, tell {program} at once.",
  blockedSubject: "Your card at {program}",
  blockedHeading: "Your card is blocked",
  blockedText: "You cannot sign in at the moment. Please ask {program}.",
  notYou: "You did not ask for this? Then do nothing: without the code nobody gets in.",
} as const;
