import { z } from "zod";

export const CREDIT_STATES = [
  "checking",
  "ready",
  "waiting",
  "posting",
  "done",
  "failed",
  "cancelled",
] as const;
export type CreditState = (typeof CREDIT_STATES)[number];

/** Most points that one line gives. */
export const MAX_LINE_POINTS = 1_000_000_000;
export const MAX_REASON = 200;

export const creditReason = z.string().trim().min(1).max(MAX_REASON);
export const decisionNote = z.strictObject({ note: z.string().trim().max(1_000).optional() });

const count = z.int().min(0);
const who = z.object({ ref: z.string(), name: z.string().nullable() });

/** A file of credits: where it stands and what it gives. Ids are TypeIDs, instants ISO 8601. */
export const creditJobDto = z.object({
  id: z.string().meta({ examples: ["job_01h455vb4pex5vsknk084sn02q"] }),
  fileName: z.string(),
  fileBytes: count,
  state: z.enum(CREDIT_STATES).meta({
    description:
      "`checking`: lines are read; `ready`: waits to be confirmed; `waiting`: waits for a second person; " +
      "`posting`; `done`; `failed`; `cancelled`.",
  }),
  reason: z.string().nullable().meta({ description: "Reason of lines that give none." }),
  progress: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .meta({ description: "Share of the present step that is done; null outside a step." }),
  lines: count.meta({ description: "Data lines read so far." }),
  linesRefused: count.meta({ description: "Lines that give no points; listed under `/refused`." }),
  credits: count.meta({ description: "Lines that give points." }),
  points: count.meta({ description: "What they give in all." }),
  members: count.meta({ description: "How many members they give to." }),
  posted: count.meta({ description: "Credits that are in the members' wallets." }),
  dead: count.meta({ description: "Credits that could not be posted; they are among the dead letters." }),
  needsApproval: z.boolean(),
  uploadedBy: who,
  uploadedAt: z.iso.datetime(),
  confirmedBy: who.nullable(),
  confirmedAt: z.iso.datetime().nullable(),
  approvedBy: who.nullable(),
  approvedAt: z.iso.datetime().nullable(),
  decisionNote: z.string().nullable(),
  error: z.string().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type CreditJobDto = z.output<typeof creditJobDto>;

/** The same with what a person looks at before confirming. */
export const creditJobDetail = creditJobDto.extend({
  refusals: z
    .array(z.object({ code: z.string(), lines: count }))
    .meta({ description: "How many lines were refused for which reason." }),
  byPointType: z.array(z.object({ code: z.string(), name: z.string(), lines: count, points: count })),
  sample: z
    .array(
      z.object({
        line: z.int(),
        memberId: z.string(),
        memberName: z.string(),
        pointType: z.string(),
        points: count,
        reason: z.string(),
      }),
    )
    .meta({ description: "The largest credits, until the job is confirmed." }),
  uploadedBefore: z
    .object({ id: z.string(), uploadedAt: z.iso.datetime() })
    .nullable()
    .meta({ description: "An earlier job of a file with exactly these bytes that was not cancelled." }),
});
export type CreditJobDetail = z.output<typeof creditJobDetail>;

export const refusedLineDto = z.object({
  line: z.int().meta({ description: "Line of the file; the header is line 1." }),
  code: z.string(),
  reason: z.string(),
  content: z.string().meta({ description: "The line as it stands in the file, at most 2,000 characters." }),
});
export type RefusedLineDto = z.output<typeof refusedLineDto>;
