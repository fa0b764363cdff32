import { addDays, localDay, startOfDay } from "@/lib/core/calendar";
import { fixedClock, systemClock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { closeDays } from "@/lib/flows/close-day";
import { giveLots } from "@/lib/testing/lots";
import { foundClub } from "./support/club";
import { withDatabase } from "./support/database";
import { type Measurement, progress, runPart } from "./support/part";

/** Lots a second that the close of a day expires, with a line on the statement of each member. */

const MEMBERS = 100_000;
const LOTS_EACH = 10;
const MEMBERS_AT_ONCE = 1_000;
const ZONE = "Europe/Berlin";

await runPart(({ rounds }) => withDatabase(() => measure(rounds)));

async function measure(rounds: number): Promise<Measurement[]> {
  const { programId } = await foundClub(MEMBERS, 1);
  const members = await db().member.findMany({
    where: { programId },
    select: { memberId: true, lane: true },
  });
  const today = localDay(systemClock.now(), ZONE);
  await closeDays({ programId, clock: fixedClock(startOfDay(addDays(today, 1), ZONE)) });

  const expired: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const last = addDays(today, round);
    progress(`midnight: ${MEMBERS * LOTS_EACH} lots that end on ${last}`);
    for (let start = 0; start < members.length; start += MEMBERS_AT_ONCE) {
      const gifts = members.slice(start, start + MEMBERS_AT_ONCE).flatMap((member) =>
        Array.from({ length: LOTS_EACH }, (_, points) => ({
          member,
          points: points + 1,
          terms: { state: "active" as const, expiresOn: last, sliding: false },
        })),
      );
      await giveLots(programId, gifts, startOfDay(last, ZONE));
    }
    await db().$executeRaw`ANALYZE`;
    const clock = fixedClock(startOfDay(addDays(last, 1), ZONE));
    const started = performance.now();
    await closeDays({ programId, clock });
    const seconds = (performance.now() - started) / 1000;
    const { expiredLots } = await db().dayRun.findFirstOrThrow({
      where: { programId },
      orderBy: { day: "desc" },
    });
    if (Number(expiredLots) !== MEMBERS * LOTS_EACH) throw new Error(`${expiredLots} lots expired`);
    expired.push(Number(expiredLots) / seconds);
    progress(`midnight: ${Math.round(seconds)} s`);
  }
  const note = `${MEMBERS} members, ${LOTS_EACH} lots each, one process, durable`;
  return [{ part: "midnight", name: "lots expired", unit: "lots/s", rounds: expired, note }];
}
