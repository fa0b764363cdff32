import { formatNumber } from "@/components/ui/format";
import { countedName, isolated } from "@/lib/i18n/names";
import type { Namespaced } from "./translator";

/** What a program that has no word of its own calls its points, in each language; see also lib/i18n/points.ts. */
const PLAIN_NAMES: ReadonlySet<string> = new Set(["points", "punkte", "puntos", "نقاط", "النقاط", "पॉइंट"]);

export type PointWords = {
  /** The word alone. */
  name: string;
  /** "1,284 points" */
  amount: (count: number) => string;
};

/** Points in the language of the page: the plain word is translated and inflected, a program's own word stays. */
export function pointWords(t: Namespaced<"common">, locale: string, name: string): PointWords {
  if (!PLAIN_NAMES.has(name.toLowerCase())) {
    const counted = (count: number) => isolated(locale, countedName(locale, name, count));
    return {
      name: isolated(locale, name),
      amount: (count) => `${formatNumber(count, locale)} ${counted(count)}`,
    };
  }
  return { name: t("pointName"), amount: (count) => t("points", { count }) };
}
