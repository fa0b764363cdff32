import { z } from "zod";
import { audience, benefitEffect, type CampaignDefinition } from "@/lib/campaigns/schema";
import { typeId } from "@/lib/core/schema";
import { type FileLayout, importMapping } from "@/lib/imports/schema";
import { simulationReport } from "./report-schema";

export * from "./report-schema";

/** Most campaigns that one simulation puts side by side. */
export const MAX_VARIANTS = 5;

export const SIMULATION_STATES = ["waiting", "running", "done", "failed", "cancelled"] as const;
export type SimulationState = (typeof SIMULATION_STATES)[number];

export const EXAMPLE_KINDS = ["biggest", "capped", "suppressed", "held_out", "near_miss"] as const;
export type ExampleKind = (typeof EXAMPLE_KINDS)[number];

export const SIMULATION_MODES = ["on_top", "instead", "alone"] as const;
export type SimulationMode = (typeof SIMULATION_MODES)[number];

/** A purchase, a return or a custom event as the event door takes it; the member may be left out. */
const basketEvent = z.record(z.string(), z.unknown());

const { columns, labels, occurredAtFormat, decimalSeparator, amountUnit, createMembers, source } =
  importMapping.shape;
/** What is said of a CSV file. The rest is as its columns suggest: nothing here has a default that would stand in. */
const fileMapping = z.strictObject({
  columns: columns.partial().optional(),
  labels: labels.removeDefault().optional(),
  occurredAtFormat: occurredAtFormat.removeDefault().optional(),
  decimalSeparator: decimalSeparator.removeDefault().optional(),
  amountUnit: amountUnit.removeDefault().optional(),
  createMembers: createMembers.removeDefault().optional(),
  source: source.removeDefault().optional(),
});

export const simulationSource = z.discriminatedUnion("kind", [
  z
    .strictObject({
      kind: z.literal("history"),
      /** First and last day in the program's time zone, by when things happened. */
      from: z.iso.date(),
      to: z.iso.date(),
    })
    .refine(({ from, to }) => from <= to, { message: "The last day comes before the first.", path: ["to"] }),
  z.strictObject({
    kind: z.literal("file"),
    /** A CSV or NDJSON file, uploaded before. */
    fileId: typeId("sim"),
    /** Which column of a CSV file is what; absent: as its names suggest. */
    mapping: fileMapping.optional(),
  }),
  z.strictObject({
    kind: z.literal("basket"),
    event: basketEvent,
    /** Whose history and profile it meets; absent: a new member without any. */
    memberId: typeId("mem").optional(),
  }),
]);
export type SimulationSource = z.output<typeof simulationSource>;

export const simulationInput = z
  .strictObject({
    /** Absent: the names of the campaigns. */
    name: z.string().trim().min(1).max(120).optional(),
    variants: z
      .array(
        z.strictObject({
          campaignId: typeId("camp"),
          /** Absent: the one that is being edited, or the launched one where nothing is. */
          version: z.int().min(1).optional(),
        }),
      )
      .min(1, "Choose a campaign to try.")
      .max(MAX_VARIANTS, `At most ${MAX_VARIANTS} side by side.`),
    /** Beside the live campaigns, in their place, or with nothing else and compared with nothing. */
    mode: z.enum(SIMULATION_MODES).default("on_top"),
    /** With `instead`: the live campaigns that step aside; absent: all. */
    replaces: z.array(typeId("camp")).min(1).max(200).optional(),
    /** The live rules as they are now, or as they were when each event was posted. */
    rules: z.enum(["now", "then"]).default("now"),
    source: simulationSource,
    /** Only these members; null: all. */
    population: audience.nullable().default(null),
    /** How much more members are assumed to buy because of it, in percent of matched purchases. */
    upliftPercent: z.number().min(0).max(1_000).nullable().default(null),
  })
  .refine(({ mode, replaces }) => replaces === undefined || mode === "instead", {
    message: "Only campaigns that are tried instead of others replace any.",
    path: ["replaces"],
  });
export type SimulationInput = z.input<typeof simulationInput>;
/** What is asked for, with UUIDs. */
export type SimulationOrder = z.output<typeof simulationInput>;

/** What is kept of a request: with the definitions as they were, whatever is edited since. Ids are UUIDs. */
export type SimulationRequest = Omit<SimulationOrder, "name" | "variants"> & {
  variants: { campaignId: string; version: number; definition: CampaignDefinition }[];
};

const count = z.int().min(0);

export const simulationDto = z.object({
  id: z.string().meta({ examples: ["sim_01h455vb4pex5vsknk084sn02q"] }),
  name: z.string(),
  state: z.enum(SIMULATION_STATES),
  mode: z.enum(SIMULATION_MODES),
  rules: z.enum(["now", "then"]),
  source: z.object({
    kind: z.enum(["history", "file", "basket"]),
    from: z.iso.date().nullable(),
    to: z.iso.date().nullable(),
  }),
  variants: z.array(z.object({ campaignId: z.string(), version: z.int(), name: z.string() })),
  upliftPercent: z.number().nullable(),
  hasPopulation: z.boolean(),
  eventsDone: count,
  events: count.meta({ description: "0 until the events have been counted." }),
  error: z.string().nullable(),
  createdBy: z.object({ ref: z.string(), name: z.string().nullable() }),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type SimulationDto = z.output<typeof simulationDto>;

/** A simulation with what it found; the report is null until it is done. */
export const simulationDetail = simulationDto.extend({ report: simulationReport.nullable() });
export type SimulationDetail = z.output<typeof simulationDetail>;

/** An uploaded file; `columns` are those of a CSV file, `guess` which of them hold what by their names. */
export const simulationFileDto = z.object({
  id: z.string(),
  fileName: z.string(),
  fileBytes: count,
  kind: z.enum(["csv", "ndjson"]),
  columns: z.array(z.string()),
  guess: z.record(z.string(), z.string()),
});
export type SimulationFileDto = z.output<typeof simulationFileDto>;

export type SimulationFileLayout = { kind: "ndjson" } | ({ kind: "csv" } & FileLayout);

const campaignDecision = z.object({
  campaignId: z.string(),
  version: z.int(),
  name: z.string(),
  fired: z.boolean(),
  status: z.enum(["fired", "suppressed", "control", "not"]),
  reason: z.string(),
  desired: z.int(),
  granted: z.int(),
  benefits: z.array(benefitEffect).readonly(),
});

export const simulationExample = z.object({
  exampleNo: z.int(),
  kind: z.enum(EXAMPLE_KINDS),
  scenario: z.int(),
  /** The event's id; null for one that is in no database. */
  eventId: z.string().nullable(),
  memberId: z.string().nullable(),
  memberName: z.string().nullable(),
  occurredAt: z.iso.datetime(),
  payload: z.record(z.string(), z.unknown()),
  points: z.int(),
  baselinePoints: z.int(),
  decisions: z.array(campaignDecision),
  baseline: z.array(campaignDecision),
});
export type SimulationExample = z.infer<typeof simulationExample>;

/** What the latest simulation of a campaign found for it. */
export type SimulatedFigures = {
  /** TypeID of the simulation. */
  id: string;
  name: string;
  /** First and last day that it went over. */
  from: string;
  to: string;
  /** Whether it tried the very rules that are asked about, and not those of an earlier or later draft. */
  isSame: boolean;
  /** Whether it went over what happened, and not over a file or one basket; and over that of all members. */
  isHistory: boolean;
  isOfAll: boolean;
  granted: number;
  members: number;
  /** What the campaign alone gave, in minor units, and how much more everything cost than without it. */
  costMinor: number;
  extraCostMinor: number | null;
};
