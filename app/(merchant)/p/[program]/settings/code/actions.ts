"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import { Invalid } from "@/lib/core/errors";
import { typeId } from "@/lib/core/schema";
import { stableKey } from "@/lib/core/stable-key";
import { applyProgram, changeKey, copyProgram, planCopy, planProgram } from "@/lib/flows/program-code";

/** Files of this many characters are larger than any program. */
const LONGEST = 8_000_000;
const text = z.object({ text: z.string().min(1, "Choose a file.").max(LONGEST) });
const target = z.object({ target: z.string().min(1).max(64) });

export const plan = merchantAction(text, "program:manage", (ctx, input) =>
  planProgram(ctx, parse(input.text)),
);

export const apply = merchantAction(text, "program:manage", (ctx, input) =>
  applyProgram(ctx, parse(input.text)),
);

export const planCopyTo = merchantAction(target, "program:manage", (ctx, input) =>
  planCopy(ctx, input.target),
);

export const copyTo = merchantAction(target, "program:manage", (ctx, input) =>
  copyProgram(ctx, input.target),
);

const key = stableKey;
const keyed = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("reward"), id: typeId("rwd"), key }),
  z.object({ kind: z.literal("code pool"), id: typeId("cpool"), key }),
  z.object({ kind: z.literal("reward partner"), id: typeId("org"), key }),
]);

export const setKey = merchantAction(keyed, "program:manage", (ctx, { kind, id, key: wanted }) =>
  changeKey(ctx, { kind, id }, wanted),
);

/** @throws Invalid */
function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Invalid("This file is not JSON.");
  }
}
