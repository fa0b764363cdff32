import type { Translation } from "../../translation";
import type { en } from "./en";

export const fr: Translation<typeof en> = {
  title: "Messages",
  none: "Pas encore de message",
  noneText:
    "Ce que {program} a à vous dire sera ici : un merci, ou un mot pour votre anniversaire par exemple.",
  new: "nouveau",
};
