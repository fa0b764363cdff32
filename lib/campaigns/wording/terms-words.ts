import { expiryInWords, pendingInWords, type ReturnPolicy } from "@/lib/programs/schema";
import type { CampaignTerms } from "../language/definition";
import { list, type Wording } from "./words";

const RETURN_WORDS: Readonly<Record<ReturnPolicy, string>> = {
  debt: "owed when spent before a return",
  within_balance: "forgiven when spent before a return",
  only_pending: "kept on a return once they can be used",
};

/**
 * What becomes of a campaign's points where it differs from their point type: `usable after 14 days and valid for 12
 * months`. Empty where nothing does.
 */
export function termsWords(terms: CampaignTerms | undefined, { locale }: Pick<Wording, "locale">): string {
  if (terms === undefined) return "";
  const { pending, expiry, returns } = terms;
  const words = [
    ...(pending === undefined ? [] : [`usable ${pendingInWords(pending, locale)}`]),
    ...(expiry === undefined ? [] : [validity(expiry)]),
    ...(returns === undefined ? [] : [RETURN_WORDS[returns]]),
  ];
  return list(words, "and");
}

function validity(expiry: NonNullable<CampaignTerms["expiry"]>): string {
  if (expiry.kind === "none") return "never expiring";
  return `valid ${expiry.kind === "rolling" ? "for " : ""}${expiryInWords(expiry)}`;
}

/** What the points of a campaign are called. */
export function pointNameOf(
  terms: CampaignTerms | undefined,
  {
    pointName,
    pointTypes = [],
  }: { pointName: string; pointTypes?: readonly { code: string; name: string }[] },
): string {
  const code = terms?.pointType;
  if (code === undefined) return pointName;
  return pointTypes.find((type) => type.code === code)?.name ?? `points of the type “${code}”`;
}
