import { z } from "zod";
import type { FieldError } from "@/lib/core/errors";
import type { IdPrefix } from "@/lib/core/ids";
import { shortCode, typeId } from "@/lib/core/schema";
import { stableKey } from "@/lib/core/stable-key";
import { codePattern } from "./code-pattern";

export const REWARD_KINDS = [
  "pool_voucher",
  "generated_voucher",
  "physical",
  "digital",
  "cash_discount",
  "donation",
  "service",
] as const;
export type RewardKind = (typeof REWARD_KINDS)[number];

export const REWARD_STATES = ["draft", "published", "archived"] as const;
export type RewardState = (typeof REWARD_STATES)[number];

export const FULFILMENTS = ["code", "partner_api", "manual", "none"] as const;
export type Fulfilment = (typeof FULFILMENTS)[number];

/** Who can bring a reward of a kind to the member, the usual way first. */
export const FULFILMENTS_OF: Record<RewardKind, readonly [Fulfilment, ...Fulfilment[]]> = {
  pool_voucher: ["code"],
  generated_voucher: ["code"],
  cash_discount: ["code"],
  physical: ["manual", "partner_api"],
  digital: ["manual", "partner_api"],
  service: ["manual", "partner_api"],
  donation: ["none", "manual", "partner_api"],
};

export const LIMIT_PERIODS = ["day", "week", "month", "year", "lifetime"] as const;
export type LimitPeriod = (typeof LIMIT_PERIODS)[number];

/** A counted thing fits the column that it is kept in; an amount stays a safe integer in all sums. */
const MAX_COUNT = 100_000_000;
const MAX_AMOUNT = 100_000_000_000;
const MAX_POINTS = 1_000_000_000;
const MAX_DAYS = 3_650;
const MAX_MINUTES = 60 * 24 * 365;
const MAX_NAMED = 50;
const MAX_PRICES = 21;
const MAX_LANGUAGES = 20;

const count = z.int().min(0).max(MAX_COUNT);
const amountMinor = z.int().min(0).max(MAX_AMOUNT);

const name = z.string().trim().min(1, "Give it a name.").max(80);
const texts = {
  summary: z.string().trim().max(160),
  description: z.string().trim().max(5_000),
  terms: z.string().trim().max(10_000),
  howToUse: z.string().trim().max(2_000),
};

/** What a reward says in another language; what is absent is said as in the program's own. */
export const rewardTexts = z.strictObject({ name, ...texts }).partial();
export type RewardTexts = z.output<typeof rewardTexts>;

const language = z.string().regex(/^[a-z]{2,3}$/, "A language, such as de or ar.");

export const rewardPrice = z
  .strictObject({
    tier: shortCode.nullable().default(null).meta({ description: "Members of this tier; null: all others." }),
    points: z.int().min(0).max(MAX_POINTS),
    amountMinor: amountMinor.default(0).meta({ description: "To pay besides, in minor units." }),
  })
  .refine(({ points, amountMinor: amount }) => points + amount > 0, {
    message: "A price has points, money, or both.",
    path: ["points"],
  });
export type RewardPrice = z.output<typeof rewardPrice>;

export const perMember = z.strictObject({
  count: z.int().min(1).max(MAX_COUNT),
  per: z.enum(LIMIT_PERIODS),
});
export type PerMember = z.output<typeof perMember>;

const named = z.array(shortCode).max(MAX_NAMED);
export const eligibility = z.strictObject({
  tiers: named.default([]).meta({ description: "A member has one of these tiers; empty: any." }),
  segments: named.default([]).meta({ description: "A member is in one of these segments; empty: any." }),
});
export type Eligibility = z.output<typeof eligibility>;

/** What a reward is made of. @param id how what it refers to is named: by TypeID at the doors, by UUID behind them */
const fieldsWith = (id: (prefix: IdPrefix) => z.ZodType<string, string>) => ({
  name: name.meta({ examples: ["A bag of beans"] }),
  summary: texts.summary.default("").meta({ description: "One line, below the name on its card." }),
  description: texts.description.default("").meta({ description: "Markdown." }),
  terms: texts.terms.default("").meta({ description: "Markdown." }),
  howToUse: texts.howToUse.default("").meta({ description: "Markdown; stands on the voucher." }),
  translations: z
    .record(language, rewardTexts)
    .default({})
    .refine((each) => Object.keys(each).length <= MAX_LANGUAGES, `At most ${MAX_LANGUAGES} languages.`)
    .meta({ description: "Texts by language." }),
  partnerId: id("org").nullable().default(null).meta({
    description: "The reward partner who supplies it; null: the program itself.",
  }),
  category: shortCode.nullable().default(null),
  imageId: id("img").nullable().default(null),
  prices: z.array(rewardPrice).max(MAX_PRICES).default([]),
  stock: count
    .nullable()
    .default(null)
    .meta({ description: "Left to give; null: as many as are asked for." }),
  lowAt: count
    .nullable()
    .default(null)
    .meta({ description: "The program is told when no more are left than this." }),
  poolId: id("cpool")
    .nullable()
    .default(null)
    .meta({ description: "Where the codes of a pool voucher come from." }),
  codePattern: codePattern.nullable().default(null),
  perMember: perMember.nullable().default(null).meta({ description: "What one member may have of it." }),
  eligibility: eligibility.default({ tiers: [], segments: [] }),
  startsAt: z.iso.datetime({ offset: true }).nullable().default(null),
  endsAt: z.iso.datetime({ offset: true }).nullable().default(null),
  validDays: z
    .int()
    .min(1)
    .max(MAX_DAYS)
    .nullable()
    .default(null)
    .meta({ description: "Days that its voucher is good for, the day of issue not counted." }),
  stores: z.array(z.string().trim().min(1).max(64)).max(MAX_NAMED).default([]).meta({
    description: "Codes of the stores that take its voucher; empty: all.",
  }),
  valueMinor: amountMinor
    .min(1)
    .nullable()
    .default(null)
    .meta({ description: "What it is worth at the till, or to who gets the donation, in minor units." }),
  costMinor: amountMinor.default(0).meta({ description: "What the program owes for each, in minor units." }),
  holdMinutes: z.int().min(1).max(MAX_MINUTES).nullable().default(null).meta({
    description: "How long an order may wait to be fulfilled before its points go back; null: as holds do.",
  }),
});

const kind = z.enum(REWARD_KINDS);
const fulfilment = z.enum(FULFILMENTS).meta({
  description: "Who brings it to the member: a code, the partner's own system, a person, or nobody.",
});

const wholeWith = (id: (prefix: IdPrefix) => z.ZodType<string, string>) =>
  z.strictObject({ kind, fulfilment: fulfilment.optional(), ...fieldsWith(id) });

const key = stableKey.meta({
  description: "What files know it by. It is made from the name once, and stays when the name changes.",
  examples: ["a-bag-of-beans"],
});
const withKey = { key: key.optional() };

/** A reward, finished or not. Without a fulfilment it is what is usual for its kind. Amounts are in minor units. */
export const newReward = wholeWith(typeId).extend(withKey);
/** What a reward is, as the verbs take it: what it refers to is named by UUID. */
export const newRewardContent = wholeWith(() => z.uuid());
export const newRewardWithKey = newRewardContent.extend(withKey);
export type NewReward = z.input<typeof newRewardWithKey>;
export type RewardContent = Required<z.output<typeof newRewardContent>>;

const changeWith = (id: (prefix: IdPrefix) => z.ZodType<string, string>) =>
  z
    .strictObject({ key, kind, fulfilment, ...withoutDefaults(fieldsWith(id)) })
    .partial()
    .refine((change) => Object.keys(change).length > 0, "Name what is to change.");

/** Some of a reward: what is absent stays as it is. */
export const rewardChange = changeWith(typeId);
export const rewardContentChange = changeWith(() => z.uuid());
export type RewardChange = z.input<typeof rewardContentChange>;

type Undefaulted<Fields> = {
  [Key in keyof Fields]: Fields[Key] extends z.ZodDefault<infer Inner> ? Inner : Fields[Key];
};

/** The fields without what they are by default: what a change does not name must not be put back to that. */
export function withoutDefaults<Fields extends z.ZodRawShape>(fields: Fields): Undefaulted<Fields> {
  const entries = Object.entries(fields).map(([key, field]) => [
    key,
    field instanceof z.ZodDefault ? field.unwrap() : field,
  ]);
  return Object.fromEntries(entries) as Undefaulted<Fields>;
}

/** What no reward can be, however unfinished: what is wrong, and where. */
export function contradictionsIn(content: RewardContent): FieldError[] {
  const { poolId, codePattern: pattern, startsAt, endsAt, prices } = content;
  const faults: FieldError[] = [];
  const refuse = (pointer: string, detail: string) => faults.push({ pointer, code: "contradiction", detail });
  if (!FULFILMENTS_OF[content.kind].includes(content.fulfilment)) {
    refuse("/fulfilment", "Rewards of this kind do not reach the member like this.");
  }
  if (poolId !== null && content.kind !== "pool_voucher")
    refuse("/poolId", "Only vouchers from a pool have one.");
  if (pattern !== null && content.kind !== "generated_voucher" && content.kind !== "cash_discount") {
    refuse("/codePattern", "Only codes that are made when they are handed out have one.");
  }
  if (startsAt !== null && endsAt !== null && Date.parse(endsAt) <= Date.parse(startsAt)) {
    refuse("/endsAt", "The end comes after the start.");
  }
  const tiers = prices.map(({ tier }) => tier);
  for (const [place, tier] of tiers.entries()) {
    if (tiers.indexOf(tier) !== place) {
      refuse(`/prices/${place}/tier`, "There is a price for these members already.");
    }
  }
  return faults;
}

export const stockChange = z.strictObject({
  /** What whoever counts saw. */
  from: z.int().min(0),
  to: z.int("A whole number of pieces.").min(0).max(10_000_000),
});
export type StockChange = z.input<typeof stockChange>;
