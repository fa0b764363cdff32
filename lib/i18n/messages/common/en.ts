export const en = {
  skipToContent: "Skip to content",
  points: "points",
  language: "Language",
  close: "Close",
  cancel: "Cancel",
  save: "Save",
  saved: "Saved",
  tryAgain: "Try again",
  optional: "optional",
  noConnection: "There is no connection. Nothing was saved; try again when there is.",
} as const;
