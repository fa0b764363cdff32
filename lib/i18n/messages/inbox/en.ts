export const en = {
  title: "Messages",
  none: "No messages yet",
  noneText:
    "What {program} has to tell you will be here, such as a thank-you or a greeting on your birthday.",
  new: "new",
} as const;
