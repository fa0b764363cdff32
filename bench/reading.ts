import { closeDb } from "@/lib/db";
import { growMembers } from "@/lib/testing/grow-members";
import { foundClub } from "./support/club";
import { query, withDatabase } from "./support/database";
import { withReader } from "./support/load";
import { type Measurement, progress, runPart } from "./support/part";
import type { Readings } from "./support/read-members";
import { median } from "./support/statistics";

/**
 * A member's wallet with its activity, and the search for members, in a small club and in a large one: turn by turn
 * on the same server, by the verbs that the API and the screens call.
 */

const PART = "reading";
const SMALL = 10_000;
const LARGE = 1_000_000;
const CAMPAIGNS = 20;
const READS = 1_000;
const WARM_UP_READS = 300;

await runPart(({ rounds }) =>
  withDatabase(async ({ url }) => {
    const { programId } = await foundClub(0, CAMPAIGNS);
    // A database is copied while nobody is connected to it.
    await closeDb();
    const largeUrl = url.replace(/\/tessera$/, "/large");
    await query(url.replace(/\/tessera$/, "/postgres"), "CREATE DATABASE large TEMPLATE tessera");
    await growMembers(url, programId, SMALL);
    progress(`${SMALL.toLocaleString("en")} members are there`);
    await growMembers(largeUrl, programId, LARGE);
    progress(`${LARGE.toLocaleString("en")} members are there`);
    let fullScans = 0;
    const small: Readings[] = [];
    const large: Readings[] = [];
    await withReader(url, (readSmall) =>
      withReader(largeUrl, async (readLarge) => {
        await readSmall({ programId, members: SMALL, seed: 1, reads: WARM_UP_READS });
        const warmUp = { programId, members: LARGE, seed: 1, reads: WARM_UP_READS, checksPlans: true };
        fullScans = (await readLarge(warmUp)).fullScans;
        for (let round = 1; round <= rounds; round += 1) {
          const wanted = { programId, seed: round + 1, reads: READS };
          small.push(await readSmall({ ...wanted, members: SMALL }));
          large.push(await readLarge({ ...wanted, members: LARGE }));
        }
      }),
    );
    return [
      ...figures("wallet with activity", small, large, ({ wallet }) => wallet),
      ...figures("member search", small, large, ({ search }) => search),
      {
        part: PART,
        name: "large tables that taking in, posting and reading go through from end to end",
        unit: "",
        rounds: [fullScans],
      },
    ];
  }),
);

function figures(
  name: string,
  small: readonly Readings[],
  large: readonly Readings[],
  pick: (readings: Readings) => number[],
): Measurement[] {
  const medians = (rounds: readonly Readings[]) => rounds.map((round) => median(pick(round)));
  const smallMedians = medians(small);
  const largeMedians = medians(large);
  const of = (members: number) =>
    `${members.toLocaleString("en")} members, ${(10 * members).toLocaleString("en")} entries`;
  return [
    { part: PART, name, unit: "ms", rounds: smallMedians, note: of(SMALL) },
    { part: PART, name, unit: "ms", rounds: largeMedians, note: of(LARGE) },
    {
      part: PART,
      name: `${name}, large ÷ small`,
      unit: "×",
      rounds: largeMedians.map((value, round) => value / (smallMedians[round] ?? Number.NaN)),
    },
  ];
}
