import { z } from "zod";
import { newGroup } from "@/lib/campaign-groups/schema";
import { definitionStructure } from "@/lib/campaigns/schema";
import { stableKey } from "@/lib/core/stable-key";
import { brandInput, ledgerPolicy, pointTypeInput } from "@/lib/programs/schema";
import { referralPolicy } from "@/lib/referrals/schema";
import { MAX_ORDERED, newCategory } from "@/lib/rewards/schema";
import { newSegment } from "@/lib/segments/schema";
import { newSponsor } from "@/lib/sponsors/schema";
import { newTier } from "@/lib/tiers/schema";
import { codePartner, codePool, codeReward } from "./catalogue";

/** States that a file can ask for. What is over, and what is in review, belongs to the program that it is in. */
export const CODE_STATES = ["draft", "active", "paused"] as const;
export type CodeState = (typeof CODE_STATES)[number];

/** Rules as typed data. Those of a draft may be unfinished: launching reads them strictly. */
const definition = z.record(z.string(), z.unknown()).transform(inOrder);

const campaign = z.strictObject({
  /** Made from the name once; the campaign keeps it whatever it is called later. */
  key: stableKey,
  /** `active` follows its schedule: it may begin later. */
  state: z.enum(CODE_STATES),
  /** What is launched, or the draft where nothing is. */
  definition,
  /** Changes since the launch. */
  draft: definition.optional(),
});
export type CodeCampaign = z.output<typeof campaign>;

/** A program's campaigns, settings and rewards, without anything of its members and without secrets. */
export const programDocument = z.strictObject({
  /** Version of the format. */
  tessera: z.literal(1),
  settings: z.strictObject({
    /** Whether campaigns are launched by a second person only. */
    campaignApproval: z.boolean(),
    ledger: ledgerPolicy,
    /** Absent: as the program has it. Its name and its pictures are each program's own. */
    brand: brandInput.pick({ hue: true, tagline: true, cardPattern: true }).optional(),
    /** What bringing somebody along is worth; absent: as the program has it. */
    referrals: referralPolicy.optional(),
  }),
  pointTypes: listed(pointTypeInput).min(1, "A program has a point type."),
  /** The lowest first. */
  tiers: listed(newTier),
  segments: listed(newSegment),
  /** In the order in which they are worked through. */
  groups: listed(newGroup),
  sponsors: listed(newSponsor),
  /** Of rewards, in the order of the catalogue; this and what follows of rewards, absent: as the program has it. */
  categories: listed(newCategory).optional(),
  /** Who supplies rewards. */
  partners: listed(codePartner).optional(),
  /** Where codes of vouchers come from. */
  pools: listed(codePool).optional(),
  /** In the order of the catalogue. */
  rewards: listed(codeReward)
    .max(MAX_ORDERED, `At most ${MAX_ORDERED.toLocaleString("en")} rewards.`)
    .optional(),
  campaigns: listed(campaign),
});
export type ProgramDocument = z.output<typeof programDocument>;

/** A list whose members have codes or keys, each another. */
function listed<Item extends z.ZodType<{ code: string } | { key: string }>>(item: Item) {
  return z.array(item).superRefine((items, context) => {
    const seen = new Set<string>();
    for (const [index, named] of items.entries()) {
      const [field, name] = "key" in named ? ["key", named.key] : ["code", named.code];
      if (seen.has(name)) {
        context.addIssue({ code: "custom", path: [index, field], message: `“${name}” stands here twice.` });
      }
      seen.add(name);
    }
  });
}

/** A definition with its members in the order of the language and with its defaults, where it is shaped like one. */
function inOrder(value: Record<string, unknown>): Record<string, unknown> {
  const parsed = definitionStructure.safeParse(value);
  return parsed.success ? parsed.data : value;
}

export const CODE_KINDS = [
  "setting",
  "point type",
  "tier",
  "segment",
  "group",
  "sponsor",
  "reward category",
  "reward partner",
  "code pool",
  "reward",
  "campaign",
] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

/** One thing that the program has to be given, to change or to lose, to be as the document has it. */
const codeChange = z.object({
  action: z.enum(["add", "change", "remove"]),
  kind: z.enum(CODE_KINDS),
  code: z.string().meta({ description: "Code or key; of settings and orders their name." }),
  fields: z.array(
    z.object({
      path: z.string().meta({ description: "Where it stands: `definition effects 1 points`." }),
      before: z.unknown().meta({ description: "Absent where there was nothing." }),
      after: z.unknown().meta({ description: "Absent where nothing is to be." }),
    }),
  ),
  words: z.string().meta({ description: "In one sentence." }),
});
export type CodeChange = z.output<typeof codeChange>;

export const codePlan = z.object({
  changes: z.array(codeChange),
  kept: z.array(z.string()).meta({
    description: "What the program has besides, and keeps: a document cannot take it from members.",
  }),
});
export type CodePlan = z.output<typeof codePlan>;
