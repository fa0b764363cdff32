import { addDays, type Day } from "@/lib/core/calendar";
import type { Tx } from "@/lib/db";
import { queueOccasions } from "@/lib/occasions";
import type { ClosingDay, DayStep } from "./day";
import { selectBirthdays } from "./sql";

const BATCH = 1_000;

/**
 * Whose birthday begins is an event for the campaigns that begin with it, once a year. Those born on 29 February have
 * theirs on the 28th where the year has no such day.
 */
export const greetMembers: DayStep = {
  name: "birthdays",
  async list(tx, closing) {
    for (const monthDay of birthdaysOn(closing.day)) await greet(tx, closing, monthDay);
    return 0;
  },
  work: async () => null,
};

async function greet(tx: Tx, { ctx, day, startsAt, now }: ClosingDay, monthDay: number): Promise<void> {
  const year = Number(day.slice(0, 4));
  let after: string | null = null;
  for (;;) {
    const members: Awaited<ReturnType<typeof selectBirthdays>> = await selectBirthdays(
      tx,
      { programId: ctx.programId, monthDay, after },
      BATCH,
    );
    const occasions = members.map(({ memberId, lane, bornIn }) => ({
      name: "member.birthday" as const,
      memberId,
      lane,
      occurredAt: startsAt,
      attributes: { age: year - bornIn },
      once: `birthday:${memberId}:${year}`,
    }));
    await queueOccasions(tx, ctx.programId, occasions, now);
    after = members.at(-1)?.memberId ?? null;
    if (members.length < BATCH) return;
  }
}

/** Birthdays that fall on the day, each as month times 100 plus day. */
export function birthdaysOn(day: Day): number[] {
  const monthDay = Number(day.slice(5, 7)) * 100 + Number(day.slice(8));
  return monthDay === 228 && addDays(day, 1).endsWith("-03-01") ? [228, 229] : [monthDay];
}
