import type { Translation } from "../../translation";
import type { en } from "./en";

export const fr: Translation<typeof en> = {
  points: "{count, plural, one {# point} other {# points}}",
  pointName: "points",
  multipliedName: "points",
  named: "{count, number} {name}",
  quoted: "«\u00a0{text}\u00a0»",
};
