import { systemCtx } from "@/lib/auth/context";
import { env } from "@/lib/config/env";
import { present } from "@/lib/core/assert";
import { resolveMembers, searchMembers } from "@/lib/members";
import { scansOfHotStatements } from "@/lib/testing/hot-statements";
import { readActivity, readWallet } from "@/lib/wallet";
import { sequence } from "./campaigns";

/** What the reader is asked for: it runs in a process of its own, one for each database. */
export type Reading = {
  programId: string;
  members: number;
  seed: number;
  reads: number;
  /** Whether to look at the plans of what happens a thousand times a second. */
  checksPlans?: boolean;
};
/** Milliseconds that each reading took. */
export type Readings = { wallet: number[]; search: number[]; fullScans: number };

const FIRST_NAMES = ["ada", "ben", "car", "den", "ema", "fat", "gor", "han", "ida", "jon", "kay"];
const FAMILY_NAMES = ["alb", "bau", "cos", "dem", "eks", "fis", "gar"];

async function read({ programId, members, seed, reads, checksPlans }: Reading): Promise<Readings> {
  const ctx = systemCtx(programId, "bench");
  const next = sequence(seed);
  const wallet: number[] = [];
  const search: number[] = [];
  for (let done = 0; done < reads; done += 1) {
    const [member] = await resolveMembers({ programId }, [{ externalId: `m-${next(members)}` }]);
    if (!member) throw new Error("the club has every member up to its size");
    wallet.push(
      await timed(() =>
        Promise.all([readWallet(ctx, member.memberId), readActivity(ctx, member.memberId, { limit: 20 })]),
      ),
    );
    const words = [
      `${FIRST_NAMES[next(FIRST_NAMES.length)]} ${FAMILY_NAMES[next(FAMILY_NAMES.length)]}`,
      `m-${next(members)}`,
    ];
    search.push(await timed(() => searchMembers(ctx, { q: words[done % words.length], limit: 20 })));
  }
  return { wallet, search, fullScans: checksPlans ? await countFullScans(programId) : 0 };
}

async function countFullScans(programId: string): Promise<number> {
  const [member] = await resolveMembers({ programId }, [{ externalId: "m-0" }]);
  const { posting, others } = await scansOfHotStatements(
    env().DATABASE_URL,
    programId,
    present(member, "the club has a first member").memberId,
    ["m-0", "m-1"],
  );
  for (const scan of [...posting, ...others]) process.stderr.write(`  reads all of ${scan}\n`);
  return posting.length + others.length;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

process.on("message", async (wanted: Reading) => {
  process.send?.(await read(wanted));
});
process.send?.("ready");
