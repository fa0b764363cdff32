import { z } from "zod";

const count = z.int().min(0);
const named = z.object({ id: z.string(), name: z.string() });

/** A pool of codes. Ids are TypeIDs, instants ISO 8601. */
export const poolDto = z
  .object({
    id: z.string().meta({ examples: ["cpool_01h455vb4pex5vsknk084sn02q"] }),
    key: z.string().meta({ description: "What files know it by." }),
    name: z.string(),
    partner: named.nullable().meta({ description: "Who fills it; null: the program itself." }),
    lowAt: count.nullable(),
    isLow: z.boolean(),
    free: count.meta({ description: "Codes that can be handed out." }),
    handed: count.meta({ description: "Codes that members have." }),
    void: count.meta({ description: "Codes taken out by hand, or past their last day." }),
    rewards: z.array(named).meta({ description: "What hands its codes out; at most 20." }),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "CodePool" });
export type PoolDto = z.output<typeof poolDto>;

export const UPLOAD_STATES = ["reading", "done", "failed"] as const;
export type UploadState = (typeof UPLOAD_STATES)[number];

export const uploadDto = z
  .object({
    id: z.string().meta({ examples: ["upl_01h455vb4pex5vsknk084sn02q"] }),
    poolId: z.string(),
    fileName: z.string(),
    state: z.enum(UPLOAD_STATES),
    progress: z.number().min(0).max(1).meta({ description: "Share of the file that is read." }),
    lines: count.meta({ description: "Lines read so far." }),
    added: count.meta({ description: "Codes that went into the pool." }),
    duplicates: count.meta({
      description: "Lines whose code stands in the file before, or in the program already.",
    }),
    refused: count.meta({ description: "Lines that hold no code, or one that is past its last day." }),
    error: z.string().nullable(),
    uploadedBy: z.object({ ref: z.string(), name: z.string().nullable() }),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "CodeUpload" });
export type UploadDto = z.output<typeof uploadDto>;

export const REFUSALS = [
  "duplicate_in_file",
  "duplicate_in_program",
  "not_a_code",
  "not_a_day",
  "expired",
] as const;
export type RefusalReason = (typeof REFUSALS)[number];

export const refusedCodeDto = z
  .object({
    line: count.meta({ description: "Line of the file, from 1." }),
    code: z.string().meta({ description: "As it stands there, at most 100 characters." }),
    reason: z.enum(REFUSALS),
  })
  .meta({ id: "RefusedCode" });
export type RefusedCodeDto = z.output<typeof refusedCodeDto>;

export const removalDto = z
  .object({
    removed: count,
    handed: count.meta({ description: "Codes that members have: they stay." }),
    unknown: count.meta({ description: "What names no code of this pool, or one that is out already." }),
  })
  .meta({ id: "CodeRemoval" });
export type RemovalDto = z.output<typeof removalDto>;
