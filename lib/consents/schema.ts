import { z } from "zod";
import { LANGUAGES, type Language } from "@/lib/i18n/locales";

/** Ways in which somebody agrees. */
export const CONSENT_WAYS = ["join", "wallet", "portal", "api"] as const;
export type ConsentWay = (typeof CONSENT_WAYS)[number];

const MAX_PURPOSES = 12;

export const purposeCode = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,39}$/, "A code is small letters, digits, - and _, beginning with a letter.");
const purposeText = z.object({
  label: z.string().trim().min(1, "Say what it is for.").max(80),
  hint: z.string().trim().max(300),
});
const texts = z
  .partialRecord(z.enum(LANGUAGES), purposeText)
  .refine((given) => given.en !== undefined, "Word it in English; other languages are up to you.");

/** All purposes that a program asks for, in their order. One that is left out is no longer asked for. */
export const purposesInput = z
  .array(z.strictObject({ code: purposeCode, texts }))
  .max(MAX_PURPOSES, `At most ${MAX_PURPOSES} purposes.`)
  .refine(
    (purposes) => new Set(purposes.map(({ code }) => code)).size === purposes.length,
    "Each code occurs once.",
  );
export type PurposesInput = z.output<typeof purposesInput>;

export type PurposeText = { label: string; hint: string };

/** What members are asked to agree to. */
export type PurposeDto = {
  code: string;
  /** Rises with each change of the wording; 0: the product's own wording, where the program has none. */
  version: number;
  texts: Partial<Record<Language, PurposeText>>;
};

/** The same as one member reads it, and what they chose; null: nothing yet. */
export type ConsentDto = PurposeText & {
  purpose: string;
  version: number;
  granted: boolean | null;
  /** When they chose; ISO 8601. */
  at: string | null;
};

export const consentChoice = z.object({ purpose: purposeCode, granted: z.boolean() });
export type ConsentChoice = z.output<typeof consentChoice>;

/** A line of the history: who agreed to which wording, or took it back. */
export type ConsentRecordDto = {
  recordId: string;
  purpose: string;
  version: number;
  wording: string;
  locale: string;
  granted: boolean;
  at: string;
  /** Whether the member chose themselves. */
  isOwn: boolean;
  via: ConsentWay;
};
