import type { Translation } from "../../translation";
import type { en } from "./en";

export const es: Translation<typeof en> = {
  points: "{count, plural, one {# punto} other {# puntos}}",
  pointName: "puntos",
  multipliedName: "puntos",
  named: "{count, number} {name}",
  quoted: "«{text}»",
};
