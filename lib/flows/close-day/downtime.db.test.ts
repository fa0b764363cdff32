import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, type Day, startOfDay } from "@/lib/core/calendar";
import { fixedClock } from "@/lib/core/clock";
import { createMembers } from "@/lib/members";
import { makeProgram } from "@/lib/testing/fixtures";
import { type Gift, giveLots } from "@/lib/testing/lots";
import { verifyLedger } from "@/lib/wallet";
import { closeAt, from, traceOf, until } from "./testing";

const ZONE = "Europe/Berlin";
const MEMBERS = 3;
/** Ten days over the end of a month, with the end of summer time among them. */
const FIRST: Day = "2026-10-22";
const DAYS = 12;

const day = fc.integer({ min: 0, max: DAYS }).map((offset) => addDays(FIRST, offset));
const expiry = fc.oneof(
  fc.constant({ kind: "none" } as const),
  fc.record({
    kind: fc.constant("rolling" as const),
    unit: fc.constant("day" as const),
    count: fc.integer({ min: 1, max: 6 }),
  }),
  fc.constant({ kind: "calendar", period: "month", keep: 0 } as const),
);
const terms = fc.oneof(
  day.map(until),
  fc.tuple(day, expiry).map(([on, policy]) => from(on, policy)),
);
/** What is given to whom, and on which day. */
const gift = fc.record({
  member: fc.integer({ min: 0, max: MEMBERS - 1 }),
  on: fc.integer({ min: 0, max: DAYS - 1 }),
  points: fc.integer({ min: 1, max: 50 }),
  terms,
});
type Draft = { member: number; on: number; points: number; terms: Gift["terms"] };

/** Lets the days pass with the gifts of each at noon, closing days where `isUp` says so, and in the end. */
async function live(drafts: readonly Draft[], isUp: (offset: number) => boolean) {
  const program = await makeProgram(
    { lanes: 2, timeZone: ZONE },
    fixedClock(new Date(startOfDay(FIRST, ZONE).getTime() + 3_600_000)),
  );
  const { programId, ctx } = program;
  const members = await createMembers(
    ctx,
    Array.from({ length: MEMBERS }, (_, index) => ({ name: `Member ${index}` })),
  );
  for (let offset = 0; offset <= DAYS; offset += 1) {
    const start = startOfDay(addDays(FIRST, offset), ZONE).getTime();
    if (isUp(offset) || offset === DAYS) await closeAt(programId, new Date(start + 60_000));
    const gifts = drafts.flatMap(({ member: index, on, ...given }) => {
      const member = members[index];
      return on === offset && member ? [{ member, ...given }] : [];
    });
    if (gifts.length > 0) await giveLots(programId, gifts, new Date(start + 43_200_000));
  }
  expect((await verifyLedger(ctx)).findings).toEqual([]);
  return traceOf(
    programId,
    members.map(({ memberId }) => memberId),
  );
}

it("makes up for days of downtime as if there had been none", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(gift, { minLength: 4, maxLength: 12 }),
      fc.array(fc.boolean(), { minLength: DAYS, maxLength: DAYS }),
      async (drafts, up) => {
        // What is pending on a day that has begun, or past its last day when it is given, no policy would make.
        const possible = drafts.filter((draft) => {
          const today = addDays(FIRST, draft.on);
          return draft.terms.state === "pending"
            ? (draft.terms.activatesOn ?? "") > today
            : draft.terms.expiresOn >= today;
        });
        const daily = await live(possible, () => true);
        expect(await live(possible, () => false)).toEqual(daily);
        expect(await live(possible, (offset) => up[offset] === true)).toEqual(daily);
      },
    ),
    { numRuns: 6 },
  );
});
