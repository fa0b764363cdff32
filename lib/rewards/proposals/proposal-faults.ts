import type { z } from "zod";
import { type FieldError, Invalid } from "@/lib/core/errors";
import { fieldErrors } from "@/lib/core/schema";
import type { Tx } from "@/lib/db";
import { missingReferences } from "../references";
import { contradictionsIn, type RewardContent } from "../reward-content";

const REFUSED = "This reward cannot be saved like this.";

/** Reads what a partner says of a reward. @throws Invalid, also for what is the program's to say */
export function parseProposal<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new Invalid(REFUSED, fieldErrors(parsed.error));
  return parsed.data;
}

/** @throws Invalid with what contradicts itself, is not there, or is not the partner's own */
export async function refuseFaults(tx: Tx, programId: string, content: RewardContent): Promise<void> {
  const { poolId, partnerId } = content;
  const faults: FieldError[] = [
    ...contradictionsIn(content),
    ...(await missingReferences(tx, programId, content)),
  ];
  const isOwnPool =
    poolId === null || (await tx.codePool.count({ where: { programId, poolId, partnerId } })) > 0;
  if (!isOwnPool && faults.every(({ pointer }) => pointer !== "/poolId")) {
    faults.push({ pointer: "/poolId", code: "unknown", detail: "There is no such code pool of yours." });
  }
  if (faults.length > 0) throw new Invalid(REFUSED, faults);
}
