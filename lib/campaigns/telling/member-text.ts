import { languageOf, spokenLanguage } from "@/lib/i18n/locales";
import type { CampaignDefinition, MemberText } from "../schema";

/**
 * What the merchant wrote about a campaign for members who read this locale: in their language, else in the program's.
 * @param own the program's locale
 */
export function memberTextOf(
  { name, texts = {} }: Pick<CampaignDefinition, "name" | "texts">,
  locale: string,
  own: string,
): { title: string; description: string | null } {
  const written: MemberText = texts[spokenLanguage(locale)] ?? {};
  const language = languageOf(own);
  const fallback: MemberText = language === null ? {} : (texts[language] ?? {});
  return {
    title: written.title ?? fallback.title ?? name,
    description: written.description ?? fallback.description ?? null,
  };
}
