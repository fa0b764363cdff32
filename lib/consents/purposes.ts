import type { Prisma } from "@/lib/db";
import { db, type Tx } from "@/lib/db";
import { LANGUAGES, spokenLanguage } from "@/lib/i18n/locales";
import { translate } from "@/lib/i18n/translate";
import type { PurposeDto, PurposeText } from "./schema";

/** What is asked for where the program has chosen nothing of its own. */
const BUILT_IN: readonly PurposeDto[] = (
  [
    ["offers", "offersConsent", "offersConsentHint"],
    ["personalisation", "personalisation", "personalisationHint"],
  ] as const
).map(([code, label, hint]) => ({
  code,
  version: 0,
  texts: Object.fromEntries(
    LANGUAGES.map((language) => {
      const t = translate(language, "profile");
      return [language, { label: t(label), hint: t(hint) }];
    }),
  ),
}));

/** What the program's members are asked to agree to, in its order. */
export async function readPurposes(programId: string, tx: Tx = db()): Promise<readonly PurposeDto[]> {
  const rows = await tx.consentPurpose.findMany({
    where: { programId },
    orderBy: [{ code: "asc" }, { version: "desc" }],
    distinct: ["code"],
  });
  if (rows.length === 0) return BUILT_IN;
  return rows
    .filter(({ retired }) => !retired)
    .sort((one, other) => one.position - other.position)
    .map(({ code, version, texts }) => ({ code, version, texts: texts as PurposeDto["texts"] }));
}

/** A purpose as a member with this locale reads it: in their language, else in English. */
export function wordingOf({ texts }: Pick<PurposeDto, "texts">, locale: string): PurposeText {
  return texts[spokenLanguage(locale)] ?? texts.en ?? { label: "", hint: "" };
}

export function asJson(texts: PurposeDto["texts"]): Prisma.InputJsonObject {
  return texts;
}
