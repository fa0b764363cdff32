import type { Translation } from "../../translation";
import type { en } from "./en";

export const de: Translation<typeof en> = {
  points: "{count, plural, one {# Punkt} other {# Punkte}}",
  pointName: "Punkte",
  multipliedName: "Punkte",
  named: "{count, number} {name}",
  quoted: "„{text}“",
};
