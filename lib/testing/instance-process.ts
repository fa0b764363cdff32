import { z } from "zod";
import { countJoinAttempt } from "@/lib/auth/sign-in-limits";
import { Cache, caching, startCaching } from "@/lib/cache";
import { TooManyRequests } from "@/lib/core/errors";
import { db } from "@/lib/db";
import type { Answer, Question } from "./instance";

/** An instance of the product, as far as its cache and its limits go, in a process of its own: see instance.ts. */
const names = new Cache("names", { value: z.string(), ttlSeconds: 600, maxEntries: 10 });

async function nameOf(programId: string): Promise<string> {
  const read = () => db().program.findUniqueOrThrow({ where: { programId }, select: { name: true } });
  return names.read(programId, "", async () => (await read()).name);
}

/** Whether an attempt from the address is still allowed. */
async function mayJoin(address: string): Promise<boolean> {
  try {
    await countJoinAttempt(address);
    return true;
  } catch (error) {
    if (error instanceof TooManyRequests) return false;
    throw error;
  }
}

async function answer(question: Question): Promise<Answer["value"]> {
  switch (question.ask) {
    case "report":
      return caching()?.report() ?? null;
    case "name":
      return nameOf(question.programId);
    case "mayJoin":
      return mayJoin(question.address);
  }
}

startCaching();
process.on("message", async ({ id, question }: { id: number; question: Question }) => {
  process.send?.({ id, value: await answer(question) } satisfies Answer);
});
process.on("disconnect", () => process.exit(0));
