import type { Translation } from "../../translation";
import type { en } from "./en";

export const hi: Translation<typeof en> = {
  points: "{count, number} पॉइंट",
  pointName: "पॉइंट",
  multipliedName: "पॉइंट",
  named: "{count, number} {name}",
  quoted: "“{text}”",
};
