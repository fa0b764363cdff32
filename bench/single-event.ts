import { foundClub } from "./support/club";
import { withDatabase } from "./support/database";
import { withDripper } from "./support/load";
import { type Measurement, progress, runPart } from "./support/part";
import { processorSeconds, processorSecondsOfFamily } from "./support/processor";
import { withProduct } from "./support/product";
import type { Dripped } from "./support/send-singles";
import { quantile } from "./support/statistics";

/**
 * One event at a time, posted before it is answered (`?wait=true`), at a steady rate; and beside it the same requests
 * without a key, which the server refuses before it does anything for them: what Next.js and the network cost.
 */

const PART = "single-event";
const MEMBERS = 10_000;
const CAMPAIGNS = 20;
const PER_SECOND = 100;
const SECONDS = 20;
const WARM_UP_SECONDS = 5;

const QUANTILES = { p50: 0.5, p95: 0.95, p99: 0.99 };

/** Seconds of processor time in a round of events that are posted. */
type Used = { web: number; database: number };

await runPart(({ rounds, profileFolder }) =>
  withDatabase(async (database) => {
    const { apiKey, members } = await foundClub(MEMBERS, CAMPAIGNS);
    const posted: Dripped[] = [];
    const refused: Dripped[] = [];
    const used: Used[] = [];
    await withProduct(database, profileFolder, ({ url, webPid }) =>
      withDripper(async (drip) => {
        const common = { url, members, perSecond: PER_SECOND };
        await drip({ ...common, apiKey, name: "warm-up", seed: 1, seconds: WARM_UP_SECONDS });
        for (let round = 1; round <= rounds; round += 1) {
          const own = { ...common, name: `round-${round}`, seed: round + 1, seconds: SECONDS };
          const usage = () => ({
            web: processorSeconds(webPid),
            database: processorSecondsOfFamily(database.postmasterPid),
          });
          const before = usage();
          posted.push(expecting(200, await drip({ ...own, apiKey })));
          const after = usage();
          used.push({ web: after.web - before.web, database: after.database - before.database });
          refused.push(expecting(401, await drip(own)));
          progress(`round ${round} of ${rounds}`);
        }
      }),
    );
    return [
      ...figures("posted before it is answered", posted),
      ...figures("empty: refused for want of a key", refused),
      processorTime("the web server", used, ({ web }) => web),
      processorTime("PostgreSQL", used, ({ database }) => database),
    ];
  }),
);

function expecting(status: number, dripped: Dripped): Dripped {
  const others = Object.keys(dripped.statuses).filter((found) => Number(found) !== status);
  if (others.length > 0) throw new Error(`Answers had the statuses ${JSON.stringify(dripped.statuses)}`);
  return dripped;
}

function processorTime(whose: string, rounds: readonly Used[], pick: (used: Used) => number): Measurement {
  return {
    part: PART,
    name: `processor time of ${whose}`,
    unit: "ms/event",
    rounds: rounds.map((round) => (pick(round) * 1_000) / (PER_SECOND * SECONDS)),
  };
}

function figures(name: string, rounds: readonly Dripped[]): Measurement[] {
  return Object.entries(QUANTILES).map(([label, share]) => ({
    part: PART,
    name: `${name}, ${label}`,
    unit: "ms",
    rounds: rounds.map(({ milliseconds }) => quantile(milliseconds, share)),
    note: `${PER_SECOND} requests/s`,
  }));
}
