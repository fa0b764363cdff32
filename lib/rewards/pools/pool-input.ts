import { z } from "zod";
import { typeId } from "@/lib/core/schema";
import { stableKey } from "@/lib/core/stable-key";

/** Most codes that one request takes out by name. */
export const MAX_NAMED_CODES = 1_000;
/** Most lines of one file of codes. */
export const MAX_CODE_LINES = 1_000_000;

const name = z.string().trim().min(1, "Give it a name.").max(80);
const lowAt = z.int().min(0).max(100_000_000).nullable().meta({
  description: "The program, and the partner, are told when no more codes are left than this; null: never.",
});

const key = stableKey.meta({ description: "What files know it by.", examples: ["alpine-roasters-10-off"] });

export const newPool = z.strictObject({
  key: key.optional(),
  name: name.meta({ examples: ["Alpine Roasters, 10 € off"] }),
  partnerId: z.uuid().nullable().default(null),
  lowAt: lowAt.default(null),
});
export type NewPool = z.input<typeof newPool>;
/** The same at the doors, where ids are TypeIDs. */
export const newPoolRequest = newPool.extend({
  partnerId: typeId("org")
    .nullable()
    .default(null)
    .meta({ description: "Who fills it; null: the program itself." }),
});

export const poolChange = z
  .strictObject({ key, name, lowAt })
  .partial()
  .refine((change) => Object.keys(change).length > 0, "Name what is to change.");
export type PoolChange = z.input<typeof poolChange>;

/** Which codes are taken out: those named, or all that a file brought and that nobody has. */
export const codeRemoval = z.union([
  z.strictObject({
    codes: z
      .array(z.string().trim().min(1).max(64))
      .min(1, "Name at least one code.")
      .max(MAX_NAMED_CODES, `Name at most ${MAX_NAMED_CODES.toLocaleString("en")} codes at a time.`),
  }),
  z.strictObject({ uploadId: z.uuid() }),
]);
export type CodeRemoval = z.input<typeof codeRemoval>;
export const codeRemovalRequest = z.union([
  codeRemoval.options[0],
  z.strictObject({ uploadId: typeId("upl") }),
]);
