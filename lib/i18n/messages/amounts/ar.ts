import type { Translation } from "../../translation";
import type { en } from "./en";

export const ar: Translation<typeof en> = {
  points:
    "{count, plural, zero {# نقطة} one {نقطة واحدة} two {نقطتين} few {# نقاط} many {# نقطة} other {# نقطة}}",
  pointName: "نقاط",
  multipliedName: "النقاط",
  named: "{count, number} {name}",
  quoted: "«{text}»",
};
