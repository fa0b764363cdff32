import type { Translation } from "../../translation";
import type { en } from "./en";

export const ar: Translation<typeof en> = {
  description: "بطاقتك ونقاطك وعروضك لدى {program}.",
  card: "البطاقة",
  activity: "النشاط",
};
