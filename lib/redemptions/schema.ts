import { z } from "zod";
import { pageQuery, typeId } from "@/lib/core/schema";
import type { PaymentState } from "@/lib/payments/schema";
import type { Fulfilment } from "@/lib/rewards/schema";
import { REDEMPTION_STATES, type RedemptionStage, type RedemptionState } from "./states";

export {
  canMemberCancel,
  isOver,
  isUnderWay,
  REDEMPTION_STAGES,
  REDEMPTION_STATES,
  type RedemptionStage,
  type RedemptionState,
  stageOf,
} from "./states";

export const REDEMPTION_CHANNELS = ["wallet", "counter", "portal", "api"] as const;
export type RedemptionChannel = (typeof REDEMPTION_CHANNELS)[number];

const line = (most: number) => z.string().trim().max(most);
const needed = (what: string, most: number) => line(most).min(1, what);

/** Where something is sent to; personal data. */
export const delivery = z.strictObject({
  name: needed("Enter who it is for.", 120),
  line1: needed("Enter street and number.", 120),
  line2: line(120).default(""),
  postalCode: needed("Enter the postal code.", 16),
  city: needed("Enter the town.", 80),
  region: line(80).default(""),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, "Choose the country.")
    .meta({ description: "ISO 3166-1, two letters.", examples: ["DE"] }),
  phone: line(32).default(""),
});
export type Delivery = z.output<typeof delivery>;

const priceShown = z
  .strictObject({
    points: z.int().min(0).max(1_000_000_000),
    amountMinor: z.int().min(0).max(1_000_000_000_000).default(0),
  })
  .meta({ description: "What the member was shown. Where it costs something else by now, nothing happens." });

const reference = z
  .string()
  .trim()
  .min(1)
  .max(128)
  .meta({ description: "Your own number for it, such as the receipt's.", examples: ["order-2261"] });

export const redemptionRequest = z.strictObject({
  rewardId: typeId("rwd"),
  channel: z.enum(REDEMPTION_CHANNELS),
  delivery: delivery.optional(),
  reference: reference.optional(),
  priceShown: priceShown.optional(),
});
/** What a member asks for; `rewardId` is a UUID. */
export type RedemptionRequest = Omit<z.output<typeof redemptionRequest>, "delivery" | "priceShown"> & {
  delivery?: z.input<typeof delivery> | undefined;
  priceShown?: z.input<typeof priceShown> | undefined;
};
/** The same as `redeem` reads it. */
export const redemptionWish = redemptionRequest.extend({ rewardId: z.uuid() });

const said = (what: string) => z.string().trim().min(1, what).max(200);

/** The member reads why. */
export const closing = z.strictObject({
  reason: said("Say why: the member reads it.").meta({ examples: ["No longer in the shop"] }),
});
export type Closing = z.input<typeof closing>;

export const cancellation = z.strictObject({
  reason: said("Say why: the member reads it.").optional(),
});
export type Cancellation = z.input<typeof cancellation>;

export const takingBack = closing.extend({
  restock: z.boolean().default(true).meta({ description: "Whether the item can be given to somebody else." }),
  force: z.boolean().default(false).meta({
    description: "Take it back although its voucher has been used. For owners and administrators.",
  }),
});
export type TakingBack = z.input<typeof takingBack>;

export const tracking = z.strictObject({
  carrier: line(60).optional(),
  number: line(80).optional(),
  url: z
    .url({ protocol: /^https?$/, error: "A link that begins with https://" })
    .max(500)
    .optional(),
});
export type Tracking = z.output<typeof tracking>;

/** What there is to tell about a step of its fulfilment. */
export const progress = z.strictObject({
  note: line(200).optional().meta({ description: "The member reads it." }),
  tracking: tracking.optional(),
  partnerReference: line(128).optional().meta({ description: "The partner's own number for it." }),
});
export type Progress = z.input<typeof progress>;

export const fulfilment = progress.extend({
  code: z
    .string()
    .trim()
    .min(1)
    .max(64)
    .optional()
    .meta({ description: "A code that the member gets as a voucher." }),
  codeExpiresOn: z.iso.date().optional().meta({ description: "Last day of that code." }),
});
export type FulfilmentInput = z.input<typeof fulfilment>;

/** What a partner's system says of an order. */
export const partnerResult = z.discriminatedUnion("status", [
  progress.extend({ status: z.literal("accepted") }),
  progress.extend({ status: z.literal("shipped") }),
  fulfilment.extend({ status: z.literal("fulfilled") }),
  progress.extend({ status: z.literal("failed"), reason: said("Say why.") }),
]);
export type PartnerResult = z.output<typeof partnerResult>;

export const redemptionFilter = pageQuery.extend({
  state: z.enum(REDEMPTION_STATES).optional(),
  rewardId: typeId("rwd").optional(),
  partnerId: typeId("org").optional(),
  memberId: typeId("mem").optional(),
  text: z.string().trim().max(100).optional().meta({
    description: "An id, reference, voucher code, or name or number of a member.",
  }),
});
export type RedemptionFilter = {
  state?: RedemptionState | undefined;
  stage?: RedemptionStage | undefined;
  rewardId?: string | undefined;
  partnerId?: string | undefined;
  memberId?: string | undefined;
  text?: string | undefined;
  /** Only those that somebody has to fulfil by hand, or whose partner has not answered. */
  isOpenOrder?: boolean | undefined;
};

/** The reward as it was promised when it was asked for. */
export const rewardSnapshot = z.object({
  name: z.string(),
  kind: z.string(),
  summary: z.string(),
  terms: z.string(),
  howToUse: z.string(),
  /** Locale -> the texts above in it, as far as they are there. */
  translations: z.record(
    z.string(),
    z.object({ name: z.string(), summary: z.string(), terms: z.string(), howToUse: z.string() }).partial(),
  ),
  imageId: z.string().nullable(),
  stores: z.array(z.string()),
  valueMinor: z.number().nullable(),
  validDays: z.number().nullable(),
  holdMinutes: z.number().nullable(),
  /** Whether its stock is counted, and comes back with it. */
  isCounted: z.boolean(),
});
export type RewardSnapshot = z.infer<typeof rewardSnapshot>;

/** What the reward is called for a reader of this locale (BCP 47). */
export function nameFor({ name, translations }: RewardSnapshot, locale: string): string {
  return translations[languageOf(locale)]?.name ?? name;
}

/** How it is used, and under which terms, for a reader of this locale. */
export function textsFor(
  { howToUse, terms, translations }: RewardSnapshot,
  locale: string,
): { howToUse: string; terms: string } {
  const own = translations[languageOf(locale)];
  return { howToUse: own?.howToUse ?? howToUse, terms: own?.terms ?? terms };
}

function languageOf(locale: string): string {
  return locale.split("-")[0]?.toLowerCase() ?? locale;
}

export const STEPS = [
  "requested",
  "paid",
  "reserved",
  "sent_to_partner",
  "accepted",
  "shipped",
  "fulfilled",
  "payment_failed",
  "cancelled",
  "failed",
  "timed_out",
  "reversed",
  "voucher_withdrawn",
  "voucher_kept",
  "refund_due",
  "refunded",
] as const;
export type StepName = (typeof STEPS)[number];

/** Who took a step, as far as the reader may know. */
export const STEP_PARTIES = ["member", "program", "partner", "system"] as const;
export type StepParty = (typeof STEP_PARTIES)[number];

export type StepDto = {
  what: StepName;
  /** The state that it led to. */
  state: RedemptionState;
  by: StepParty;
  note: string | null;
  tracking: Tracking | null;
  at: string;
};

export type PaymentDto = {
  paymentId: string;
  provider: string;
  amountMinor: number;
  currency: string;
  state: PaymentState;
  createdAt: string;
  updatedAt: string;
};

/** A redemption. Ids are UUIDs, instants ISO 8601, money minor units. */
export type RedemptionDto = {
  redemptionId: string;
  /** Null for partners: members are not theirs to know. */
  memberId: string | null;
  rewardId: string;
  partnerId: string | null;
  state: RedemptionState;
  fulfilment: Fulfilment;
  reward: RewardSnapshot;
  points: number;
  amountMinor: number;
  /** What the program owes the partner for it; null for members. */
  costMinor: number | null;
  channel: RedemptionChannel;
  /** Null for partners who do not deliver it, and some time after its end. */
  delivery: Delivery | null;
  reference: string | null;
  partnerReference: string | null;
  closingNote: string | null;
  createdAt: string;
  expiresAt: string | null;
  acceptedAt: string | null;
  shippedAt: string | null;
  fulfilledAt: string | null;
  closedAt: string | null;
  /** The line in the member's activity that spent the points. */
  spendId: string | null;
  voucherId: string | null;
  payment: PaymentDto | null;
};

/**
 * What a partner that fulfils it is told of a member who redeems a reward of this kind: the name of somebody who comes,
 * and where something digital is sent. A parcel has an address of its own; for the rest nobody needs to be known.
 */
export function partnerLearns(kind: string): "name" | "email" | null {
  if (kind === "service") return "name";
  return kind === "digital" ? "email" : null;
}

/** Whom a reward partner does something for; members are otherwise not theirs to know. */
export type Recipient = {
  name: string;
  /** Where something digital goes; null where nothing is sent by mail, or the member gave none. */
  email: string | null;
};

/** The same with all that happened to it. */
export type RedemptionDetailDto = RedemptionDto & {
  steps: StepDto[];
  /** For the partner while it is to be fulfilled, where it needs to know and no address says it already. */
  recipient: Recipient | null;
};
