import { useLocale, useTranslations } from "next-intl";
import { type PointWords, pointWords } from "./point-words";

/** What points are called, and how many there are, in components; async pages take `pointWords`. */
export function usePoints(name: string): PointWords {
  return pointWords(useTranslations("common"), useLocale(), name);
}
