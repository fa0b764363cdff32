import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import { pointWords } from "@/components/member/point-words";
import { clubProgram } from "./club-program";

/** The title of a page that is about points, by the name that the club has for them: `Send beans`. */
export async function titleWithPoints(namespace: "send" | "pools", slug: string): Promise<string> {
  const program = await clubProgram(slug);
  const [t, common, locale] = await Promise.all([
    getTranslations(namespace),
    getTranslations("common"),
    getLocale(),
  ]);
  const title = t("title", { name: pointWords(common, locale, program.pointType.name).name });
  return title.charAt(0).toLocaleUpperCase(locale) + title.slice(1);
}
