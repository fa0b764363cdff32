import { z } from "zod";
import { Cache } from "@/lib/cache";
import type { Tx } from "@/lib/db";
import { readProgram, readProgramBySlug } from "./queries";
import { brandDto, expiry, ledgerPolicy, type ProgramDto, pending, returnPolicy } from "./schema";

const pointType = z.object({
  pointTypeNo: z.int(),
  code: z.string(),
  name: z.string(),
  spendable: z.boolean(),
  expiry,
  pending,
  returnPolicy,
  valuePerThousandMinor: z.int(),
});

const programDto: z.ZodType<ProgramDto> = z.object({
  programId: z.string(),
  organizationId: z.string(),
  slug: z.string(),
  name: z.string(),
  businessModel: z.enum(["B2C", "B2B", "B2E", "B2B2C"]),
  currency: z.string(),
  timeZone: z.string(),
  locale: z.string(),
  sandbox: z.boolean(),
  brandHue: z.number().nullable(),
  brand: brandDto,
  cardPrefix: z.string(),
  lanes: z.int(),
  eventsFrom: z.string(),
  ruleSetVersion: z.int(),
  pointType,
  pointTypes: z.array(pointType),
  ledgerPolicy,
  campaignApproval: z.boolean(),
});

const programs = new Cache("program", { value: programDto, ttlSeconds: 15, maxEntries: 1_000 });

/** Which program an address led to when it was last looked up. */
const addresses = new Cache("address", { value: z.string(), ttlSeconds: 600, maxEntries: 1_000 });
/** Addresses belong to no program: each is checked against the program that it leads to instead. */
const ALL_ADDRESSES = "addresses";

/**
 * A program as it was a moment ago: for what is shown, never for what is decided, which reads it in its own
 * transaction. A change is seen by this process at once when the process made it, by others milliseconds after its
 * commit; should the network swallow the notification, within 15 seconds.
 * @param tx reads what this transaction sees instead
 * @throws NotFound
 */
export async function recallProgram(programId: string, tx?: Tx): Promise<ProgramDto> {
  if (tx) return readProgram(programId, tx);
  return programs.read(programId, "", () => readProgram(programId));
}

/**
 * The program at an address, as it was a moment ago, like recallProgram.
 * @throws NotFound
 */
export async function recallProgramBySlug(slug: string): Promise<ProgramDto> {
  let read: ProgramDto | undefined;
  const programId = await addresses.read(ALL_ADDRESSES, slug, async () => {
    read = await readProgramBySlug(slug);
    return read.programId;
  });
  if (read) return read;
  const program = await recallProgram(programId);
  // The address may have passed to another program since.
  return program.slug === slug ? program : readProgramBySlug(slug);
}
