import { z } from "zod";

/** What a column of a transaction file can be. The first four every file needs. */
export const REQUIRED_FIELDS = ["basketId", "memberId", "occurredAt", "amount"] as const;
export const OPTIONAL_FIELDS = [
  "quantity",
  "sku",
  "name",
  "category",
  "brand",
  "store",
  "channel",
  "device",
  "codes",
] as const;
export const IMPORT_FIELDS = [...REQUIRED_FIELDS, ...OPTIONAL_FIELDS] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

export const DELIMITERS = [",", ";", "\t", "|"] as const;
export const ENCODINGS = ["utf-8", "latin1"] as const;
export const DECIMAL_SEPARATORS = ["point", "comma"] as const;
export const AMOUNT_UNITS = ["major", "minor"] as const;
export const TIME_FORMATS = [
  "iso",
  "day_first",
  "month_first",
  "epoch_seconds",
  "epoch_milliseconds",
] as const;

export type Delimiter = (typeof DELIMITERS)[number];
export type Encoding = (typeof ENCODINGS)[number];
export type DecimalSeparator = (typeof DECIMAL_SEPARATORS)[number];
export type AmountUnit = (typeof AMOUNT_UNITS)[number];
export type TimeFormat = (typeof TIME_FORMATS)[number];

/** Most labels of one line, as events take them. */
export const MAX_LABELS = 20;

const attributeName = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/,
    "A label starts with a letter; letters, digits, _, . and - follow.",
  );
const columnName = z.string().min(1).max(200);

export const importMapping = z.object({
  columns: z
    .object({
      basketId: columnName,
      memberId: columnName,
      occurredAt: columnName,
      amount: columnName,
      quantity: columnName.optional(),
      sku: columnName.optional(),
      name: columnName.optional(),
      category: columnName.optional(),
      brand: columnName.optional(),
      store: columnName.optional(),
      channel: columnName.optional(),
      device: columnName.optional(),
      codes: columnName.optional(),
    })
    .meta({ description: "Which column of the file holds what, by the names in its header line." }),
  labels: z
    .record(attributeName, columnName)
    .default({})
    .refine((labels) => Object.keys(labels).length <= MAX_LABELS, `At most ${MAX_LABELS} labels.`)
    .meta({
      description:
        "Labels that lines carry as their `attributes`, by name, each with its column: " +
        '`{ "organic": "line.attributes.organic" }`. Yes and no, numbers and texts are told apart by how they are ' +
        "written; an empty cell is no label.",
    }),
  occurredAtFormat: z
    .enum(TIME_FORMATS)
    .default("iso")
    .meta({
      description:
        "How times are written. A time without an offset is meant in the program's time zone. " +
        "`iso`: 2026-03-14 or 2026-03-14 15:09[:26]; `day_first`: 14.03.2026 or 14/03/2026 15:09; " +
        "`month_first`: 03/14/2026 3:09 PM.",
    }),
  decimalSeparator: z.enum(DECIMAL_SEPARATORS).default("point"),
  amountUnit: z
    .enum(AMOUNT_UNITS)
    .default("major")
    .meta({
      description:
        "`major`: currency units such as 3.86, rounded half up to the currency's minor unit where a file carries more " +
        "digits; `minor`: whole cents.",
    }),
  createMembers: z.boolean().default(false).meta({
    description: "Create members that the program does not know yet. Otherwise their lines are rejected.",
  }),
  source: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,57}$/, "Lower-case letters, digits, points, dashes and underscores.")
    .default("transactions")
    .meta({
      description:
        "Whose basket ids these are. A basket id counts once per source, whatever file it comes in.",
    }),
});
export type ImportMapping = z.output<typeof importMapping>;
export type ImportMappingInput = z.input<typeof importMapping>;

/** How the file is written, found out when it is uploaded. */
export const fileLayout = z.object({
  columns: z.array(z.string()),
  delimiter: z.enum(DELIMITERS),
  encoding: z.enum(ENCODINGS),
  gzip: z.boolean(),
});
export type FileLayout = z.output<typeof fileLayout>;

export const IMPORT_STATES = [
  "uploaded",
  "staging",
  "grouping",
  "posting",
  "done",
  "failed",
  "cancelled",
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

const count = z.number().int().min(0);

export const importDto = z.object({
  id: z.string().meta({ examples: ["imp_01h455vb4pex5vsknk084sn02q"] }),
  fileName: z.string(),
  fileBytes: count,
  state: z.enum(IMPORT_STATES),
  layout: fileLayout,
  mapping: importMapping.nullable(),
  /** Share of the present step that is done, 0 to 1; null outside a step. */
  progress: z.number().min(0).max(1).nullable(),
  linesRead: count.meta({ description: "Data lines read so far." }),
  linesRejected: count.meta({ description: "Lines that did not go in; listed under `/rejects`." }),
  baskets: count,
  basketsDone: count,
  accepted: count.meta({ description: "Baskets that became events." }),
  duplicates: count.meta({ description: "Baskets that the program had already." }),
  rejected: count.meta({ description: "Baskets refused when they were handed over." }),
  membersCreated: count,
  error: z.string().nullable(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type ImportDto = z.output<typeof importDto>;

/** An import with what a person needs to map its columns. */
export const importDetailDto = importDto.extend({
  importedBefore: z
    .object({ id: z.string(), createdAt: z.iso.datetime() })
    .nullable()
    .meta({ description: "An earlier import of a file with exactly these bytes." }),
});
export type ImportDetailDto = z.output<typeof importDetailDto>;

export const rejectDto = z.object({
  line: z.number().int().meta({ description: "Line of the file; the header is line 1." }),
  basketId: z.string().nullable(),
  code: z.string(),
  reason: z.string(),
  content: z.string().meta({ description: "The line as it stands in the file, at most 2,000 characters." }),
});
export type RejectDto = z.output<typeof rejectDto>;

export const sampleDto = z.object({
  columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
  guess: importMapping.partial().extend({ columns: z.record(z.string(), z.string()) }),
});
export type SampleDto = z.output<typeof sampleDto>;

export const previewDto = z.object({
  linesRead: count,
  baskets: z.array(
    z.object({
      basketId: z.string(),
      memberId: z.string(),
      memberKnown: z.boolean(),
      occurredAt: z.iso.datetime(),
      store: z.string().nullable(),
      channel: z.string().nullable(),
      amountMinor: count,
      lines: z.array(
        z.object({
          line: z.number().int(),
          label: z.string(),
          quantity: z.number(),
          amountMinor: count,
        }),
      ),
      problem: z.string().nullable(),
    }),
  ),
  problems: z.array(rejectDto),
  problemCount: count,
});
export type PreviewDto = z.output<typeof previewDto>;

/** A line item as it is staged. Money in minor units; quantity in pieces with at most three decimals. */
export const stagedItem = z.object({
  amountMinor: z.number().int().min(0),
  quantity: z.number().min(0),
  sku: z.string().optional(),
  name: z.string().optional(),
  category: z.string().optional(),
  brand: z.string().optional(),
  store: z.string().optional(),
  channel: z.string().optional(),
  device: z.string().optional(),
  codes: z.array(z.string()).optional(),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});
export type StagedItem = z.output<typeof stagedItem>;

export type StagedLine = {
  lineNo: number;
  basketKey: string;
  memberKey: string;
  occurredAt: Date;
  item: StagedItem;
  content: string;
};

export type RejectedLine = {
  lineNo: number;
  basketKey: string | null;
  code: string;
  reason: string;
  content: string;
};
