import { formatNumber } from "@/components/ui/format";
import type { Namespaced } from "./translator";

/** What points are called where the program has no word of its own. */
const PLAIN_NAME = "points";

export type PointWords = {
  /** The word alone. */
  name: string;
  /** "1,284 points" */
  amount: (count: number) => string;
};

/** Points in the language of the page: the plain word is translated and inflected, a program's own word stays. */
export function pointWords(t: Namespaced<"common">, locale: string, name: string): PointWords {
  if (name !== PLAIN_NAME) return { name, amount: (count) => `${formatNumber(count, locale)} ${name}` };
  return { name: t("pointName"), amount: (count) => t("points", { count }) };
}
