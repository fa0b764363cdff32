import { z } from "zod";
import type { BrandDto } from "./brand";
import type { LedgerPolicy, PointTypeDto } from "./policies";

export {
  type BrandDto,
  type BrandInput,
  brandDto,
  brandInput,
  CARD_PATTERNS,
  type CardPattern,
  HOUSE_HUE,
  programBrand,
} from "./brand";
export { brandContrasts, type ContrastCheck, ENOUGH_CONTRAST } from "./brand-contrast";

export {
  type LedgerPolicyChange,
  ledgerPolicyChange,
  type PointTypeChange,
  type PointTypeInput,
  pointTypeChange,
  pointTypeInput,
} from "./point-type-input";
export {
  type Expiry,
  expiry,
  type LedgerPolicy,
  ledgerPolicy,
  type Pending,
  type PointTypeDto,
  pending,
  RETURN_POLICIES,
  type ReturnPolicy,
  returnPolicy,
} from "./policies";
export { firstDayOfUse, lastDayOfUse } from "./policy-days";
export { expiryInWords, lifeInWords, pendingInWords, RETURN_WORDS } from "./policy-words";

/** Number that every program's spendable point type has. */
export const SPENDABLE_POINT_TYPE = 1;

/** Area and place, as IANA writes them: of the names that it has for a zone, any will do (Asia/Kolkata, Asia/Calcutta). */
function isTimeZone(name: string): boolean {
  if (name === "UTC") return true;
  if (!/^[A-Z][A-Za-z]+(\/[A-Z][A-Za-z0-9_+-]+){1,2}$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    // It throws for every name that is not a zone: that is the answer, not a fault.
    return false;
  }
}

export const programInput = z.object({
  name: z.string().trim().min(2).max(80),
  /** Appears in addresses: lower-case letters, digits and hyphens. */
  slug: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])$/, "2 to 48 lower-case letters, digits and hyphens"),
  businessModel: z.enum(["B2C", "B2B", "B2E", "B2B2C"]).default("B2C"),
  /** ISO 4217 */
  currency: z.string().regex(/^[A-Z]{3}$/, "a three-letter ISO 4217 code"),
  /** IANA name */
  timeZone: z.string().refine(isTimeZone, "not an IANA time zone"),
  locale: z.string().default("en"),
  sandbox: z.boolean().default(false),
  /** Hue of the brand colour in degrees (OKLCH); null for the house accent. */
  brandHue: z.number().int().min(0).max(359).nullable().default(null),
  cardPrefix: z.string().regex(/^[A-Z]{2,4}$/, "2 to 4 capital letters"),
  /** Posting lanes: how many workers can post for the program at once. */
  lanes: z.number().int().min(1).max(256).default(8),
  /** Events before this day are refused. */
  eventsFrom: z.iso.date().default("2000-01-01"),
  pointName: z.string().trim().min(1).max(40).default("points"),
  /** Months that points stay usable; null: they do not expire. */
  pointsExpireAfterMonths: z.number().int().min(1).max(120).nullable().default(null),
});
export type ProgramInput = z.input<typeof programInput>;

export type ProgramDto = {
  programId: string;
  organizationId: string;
  slug: string;
  name: string;
  businessModel: "B2C" | "B2B" | "B2E" | "B2B2C";
  currency: string;
  timeZone: string;
  locale: string;
  sandbox: boolean;
  brandHue: number | null;
  brand: BrandDto;
  cardPrefix: string;
  lanes: number;
  /** YYYY-MM-DD */
  eventsFrom: string;
  ruleSetVersion: number;
  /** The spendable type that every program has. */
  pointType: PointTypeDto;
  /** All types, the spendable one first. */
  pointTypes: PointTypeDto[];
  ledgerPolicy: LedgerPolicy;
  /** Whether campaigns are launched by a second person only. */
  campaignApproval: boolean;
};
