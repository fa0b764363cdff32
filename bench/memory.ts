import { setTimeout as pause } from "node:timers/promises";
import { foundClub } from "./support/club";
import { query, withDatabase } from "./support/database";
import { withGenerator } from "./support/load";
import { type Measurement, progress, runPart } from "./support/part";
import { residentBytes } from "./support/processor";
import { withProduct } from "./support/product";
import { median } from "./support/statistics";

/** Whether the product's processes keep their size while events come in without a pause, minute after minute. */

const PART = "memory";
const MEMBERS = 100_000;
const CAMPAIGNS = 20;
const PER_SECOND = 2_000;
const BATCH = 500;
const SAMPLE_MS = 1_000;
const MEBIBYTE = 2 ** 20;
/** Minutes at which the sizes are told, beside how they compare. */
const TOLD_MINUTES = [2, 5, 10];

type Sample = { web: number; worker: number };

await runPart(({ minutes, profileFolder }) =>
  withDatabase(async (database) => {
    const { apiKey, members } = await foundClub(MEMBERS, CAMPAIGNS);
    const samples = await withProduct(database, profileFolder, ({ url, webPid, workerPid }) =>
      withGenerator(async (send) => {
        const taken: Sample[] = [];
        const end = performance.now() + minutes * 60_000;
        for (let second = 0; performance.now() < end; second += 1) {
          const due = performance.now() + SAMPLE_MS;
          const events = (PER_SECOND * SAMPLE_MS) / 1_000;
          const load = { url, apiKey, members, name: `second-${second}`, seed: second + 1, events };
          await send({ ...load, batch: BATCH, inFlight: 2 });
          taken.push({ web: residentBytes(webPid), worker: residentBytes(workerPid) });
          if (second % 60 === 59) progress(`${(second + 1) / 60} minutes: ${inWords(taken.at(-1))}`);
          await pause(Math.max(0, due - performance.now()));
        }
        return taken;
      }),
    );
    const [row] = await query<{ waiting: number }>(
      database.url,
      "SELECT coalesce(sum(1 + cardinality(others)), 0)::int AS waiting FROM queue",
    );
    return [
      ...figures("web server", samples, minutes, ({ web }) => web),
      ...figures("worker", samples, minutes, ({ worker }) => worker),
      { part: PART, name: "events that still wait at the end", unit: "", rounds: [row?.waiting ?? 0] },
    ];
  }),
);

/** The first half goes by with caches filling and code being compiled; the third quarter is what the last is held to. */
function figures(
  name: string,
  samples: readonly Sample[],
  minutes: number,
  pick: (sample: Sample) => number,
): Measurement[] {
  const quarter = Math.floor(samples.length / 4);
  const sizes = samples.map((sample) => pick(sample) / MEBIBYTE);
  const third = median(sizes.slice(2 * quarter, 3 * quarter));
  const last = median(sizes.slice(3 * quarter));
  const note = `${PER_SECOND.toLocaleString("en")} events/s for ${minutes} minutes`;
  const told = TOLD_MINUTES.flatMap((minute): Measurement[] => {
    const place = Math.round((samples.length * minute) / minutes) - 1;
    // One collection more or less must not decide: the median of the ten samples up to that minute.
    const around = sizes.slice(Math.max(0, place - 9), place + 1);
    if (minute > minutes || around.length === 0) return [];
    const resident = `${name}, resident after ${minute} minutes`;
    return [{ part: PART, name: resident, unit: "MiB", rounds: [median(around)] }];
  });
  return [
    ...told,
    { part: PART, name: `${name}, resident in the last quarter`, unit: "MiB", rounds: [last], note },
    { part: PART, name: `${name}, last quarter ÷ third quarter`, unit: "×", rounds: [last / third] },
  ];
}

function inWords(sample: Sample | undefined): string {
  const size = (bytes: number) => `${Math.round(bytes / MEBIBYTE)} MiB`;
  return sample === undefined ? "" : `web server ${size(sample.web)}, worker ${size(sample.worker)}`;
}
