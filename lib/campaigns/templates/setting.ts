import { type CampaignDefinition, type CampaignDefinitionInput, campaignDefinition } from "../schema";
import type { Named } from "../wording/member-words";

/** What templates look for in a program, so that their defaults fit it. */
export type TemplateSetting = {
  /** ISO 4217 */
  currency: string;
  pointName: string;
  /** The lowest first. */
  tiers?: readonly Named[];
  groups?: readonly Named[];
  sponsors?: readonly Named[];
};

export const TEMPLATE_THEMES = [
  "Every day",
  "Win members",
  "Build habits",
  "Sell more",
  "Treat your best",
] as const;
export type TemplateTheme = (typeof TEMPLATE_THEMES)[number];

/** A campaign to start from: it can run as it is, and is meant to be changed. */
export type CampaignTemplate = {
  key: string;
  theme: TemplateTheme;
  title: string;
  /** What it is good for, in one line. */
  purpose: string;
  definition: CampaignDefinition;
};

export type TemplatePart = Omit<CampaignTemplate, "theme">;

/** For purchases, unless told. */
export function written(definition: Partial<CampaignDefinitionInput> & { name: string }): CampaignDefinition {
  return campaignDefinition.parse({ trigger: { event: "purchase" }, effects: [], ...definition });
}

/** How many of a currency's units buy about what one euro buys, where it is not about one. */
const UNITS_TO_A_EURO: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ["CNY", "CZK", "DKK", "HKD", "MXN", "NOK", "SEK", "THB", "ZAR"].map((code) => [code, 10]),
  ),
  ...Object.fromEntries(["HUF", "INR", "ISK", "JPY", "KES", "PHP", "RSD"].map((code) => [code, 100])),
  ...Object.fromEntries(["COP", "KRW"].map((code) => [code, 1_000])),
  ...Object.fromEntries(["IDR", "VND"].map((code) => [code, 10_000])),
};

/** A small round amount of the currency in minor units, about a euro: 100 for euros and yen, 1,000 for kronor. */
export function smallAmountOf(currency: string): number {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
  }).resolvedOptions();
  return 10 ** maximumFractionDigits * (UNITS_TO_A_EURO[currency] ?? 1);
}
