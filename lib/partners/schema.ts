import { z } from "zod";
import { shortCode } from "@/lib/core/schema";
import { stableKey } from "@/lib/core/stable-key";
import { emailAddress } from "@/lib/identity/schema";

/** Companies that take part in a program: reward partners supply rewards, sponsors pay for campaigns. */

export const PARTS = ["REWARD_PARTNER", "SPONSOR"] as const;
export type Part = (typeof PARTS)[number];

/** Most companies that take part in one program. */
export const MAX_PARTNERS = 1_000;

const name = z.string().trim().min(1, "Give the company's name.").max(80);

export const newPartner = z
  .strictObject({
    name: name.meta({ examples: ["Alpine Roasters"] }),
    parts: z.array(z.enum(PARTS)).min(1, "Choose what the company does in the program.").max(PARTS.length),
    email: emailAddress.meta({ description: "Who looks after it there; this person is invited." }),
    sponsor: shortCode.optional().meta({
      description: "Code of the sponsor that campaigns name; absent: one is made from the company's name.",
    }),
  })
  .refine(({ parts, sponsor }) => sponsor === undefined || parts.includes("SPONSOR"), {
    path: ["sponsor"],
    error: "Only a sponsor has a code that campaigns name.",
  });
export type NewPartner = z.input<typeof newPartner>;

/** A reward partner without anybody who looks after it yet. */
export const newSupplier = z.strictObject({ key: stableKey, name });
export type NewSupplier = z.input<typeof newSupplier>;

export const supplierChange = z
  .strictObject({ key: stableKey, name })
  .partial()
  .refine((change) => Object.keys(change).length > 0, "Name what is to change.");
export type SupplierChange = z.input<typeof supplierChange>;

export const partnerPerson = z.strictObject({ email: emailAddress });

const HTTPS = /^https:\/\//i;
export const partnerEndpoint = z.strictObject({
  orderUrl: z
    .url("Enter an address like https://partner.example/orders.")
    .max(500)
    .refine((url) => HTTPS.test(url), "Orders are sent over https only.")
    .nullable(),
});
export type PartnerEndpoint = z.input<typeof partnerEndpoint>;

export const statementMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "A month, such as 2026-11.");

/** A company that takes part. Money in minor units, ids UUIDs, instants ISO 8601. */
export type PartnerDto = {
  partnerId: string;
  /** What files know a reward partner by; null for who only pays for campaigns. */
  key: string | null;
  name: string;
  parts: Part[];
  /** The sponsor that campaigns name. */
  sponsor: string | null;
  contactEmail: string | null;
  orderUrl: string | null;
  /** People of the company who can sign in. */
  people: number;
  /** Of its rewards, how many are in the catalogue now. */
  publishedRewards: number;
  /** Orders that wait for it. */
  openOrders: number;
  createdAt: string;
};

/** What the program owes a partner for one reward in a month. */
export type OwedLine = {
  rewardId: string;
  rewardName: string;
  /** Fulfilled in the month, and those that were taken back in it. */
  fulfilled: number;
  reversed: number;
  /** Net of both, in minor units of the program's currency. */
  amountMinor: number;
};

export type PartnerStatementDto = {
  partnerId: string;
  name: string;
  /** `YYYY-MM`, in the program's time zone. */
  month: string;
  /** Whether the month is over: its figures stay as they are. */
  isFinal: boolean;
  currency: string;
  lines: OwedLine[];
  totalMinor: number;
};
