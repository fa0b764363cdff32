import { z } from "zod";

export const CODE_KINDS = [
  "setting",
  "point type",
  "tier",
  "segment",
  "group",
  "sponsor",
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
