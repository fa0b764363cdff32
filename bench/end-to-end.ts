import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { type Club, foundClub } from "./support/club";
import { type BenchDatabase, footprint, query, withDatabase } from "./support/database";
import { withGenerator } from "./support/load";
import { type Measurement, progress, runPart } from "./support/part";
import { Pgbench, type PgbenchClients } from "./support/pgbench";
import { processorSeconds, processorSecondsOfFamily } from "./support/processor";
import { type Product, withProduct } from "./support/product";
import type { Load, Sent } from "./support/send-batches";

/**
 * From the first byte of the first request until the last event is posted: batches through HTTP to the running
 * product, commits on disk, with the load generator on the same machine. pgbench takes turns with it.
 */

const PART = "end-to-end";
const MEMBERS = 100_000;
const CAMPAIGNS = 20;
const EVENTS = 150_000;
const WARM_UP_EVENTS = 40_000;
const BATCH = 500;
const IN_FLIGHT = 4;

type Round = {
  eventsPerSecond: number;
  acceptedPerSecond: number;
  walBytes: number;
  tableBytes: number;
  /** Microseconds of processor time an event, by who used it. */
  webMicros: number;
  workerMicros: number;
  databaseMicros: number;
  generatorMicros: number;
};

await runPart(({ rounds, profileFolder }) =>
  withDatabase(async (database) => {
    const club = await foundClub(MEMBERS, CAMPAIGNS);
    progress(`${MEMBERS.toLocaleString("en")} members and ${CAMPAIGNS} campaigns are there`);
    const pgbench = await Pgbench.prepare(database.nearestUrl);
    const done: Round[] = [];
    const yardsticks: Yardstick[] = [];
    await withProduct(database, profileFolder, (product) =>
      withGenerator(async (send) => {
        const measure = measurer(database, product, club, send);
        await measure("warm-up", WARM_UP_EVENTS);
        for (let round = 1; round <= rounds; round += 1) {
          if (pgbench) {
            const one = await pgbench.transactionsPerSecond(1);
            yardsticks.push({ 1: one, 8: await pgbench.transactionsPerSecond(8) });
          }
          const figures = await measure(`round-${round}`, EVENTS);
          done.push(figures);
          progress(`round ${round}: ${inWords(figures)}; pgbench ${inShort(yardsticks.at(-1))}`);
        }
      }),
    );
    const [{ awards } = { awards: 0 }] = await query<{ awards: number }>(
      database.url,
      `SELECT count(*)::float / (SELECT count(*) FROM decision) AS awards FROM transfer`,
    );
    return measurements(done, yardsticks, awards);
  }),
);

/** Transactions a second of pgbench, by how many clients it has. */
type Yardstick = Record<PgbenchClients, number>;

function measurer(
  { url, postmasterPid }: BenchDatabase,
  { url: address, webPid, workerPid }: Product,
  { apiKey, members, programId }: Club,
  send: (load: Load) => Promise<Sent>,
): (name: string, events: number) => Promise<Round> {
  let seed = 1;
  return async (name, events) => {
    seed += 1;
    const usage = () => ({
      web: processorSeconds(webPid),
      worker: processorSeconds(workerPid),
      database: processorSecondsOfFamily(postmasterPid),
    });
    const before = await footprint(url);
    const postedBefore = await countPosted(url, programId);
    const usedBefore = usage();
    const started = performance.now();
    const sent = await send({
      url: address,
      apiKey,
      members,
      name,
      seed,
      events,
      batch: BATCH,
      inFlight: IN_FLIGHT,
    });
    await untilQueueIsEmpty(url);
    const seconds = (performance.now() - started) / 1000;
    const used = usage();
    const posted = (await countPosted(url, programId)) - postedBefore;
    if (sent.accepted !== events || posted !== events) {
      throw new Error(`${events} events were sent, ${sent.accepted} accepted and ${posted} posted.`);
    }
    const after = await footprint(url);
    const micros = (value: number) => (value * 1e6) / events;
    return {
      eventsPerSecond: events / seconds,
      acceptedPerSecond: events / sent.seconds,
      walBytes: (after.walBytes - before.walBytes) / events,
      tableBytes: (after.tableBytes - before.tableBytes) / events,
      webMicros: micros(used.web - usedBefore.web),
      workerMicros: micros(used.worker - usedBefore.worker),
      databaseMicros: micros(used.database - usedBefore.database),
      generatorMicros: micros(sent.processorSeconds),
    };
  };
}

async function countPosted(url: string, programId: string): Promise<number> {
  const [row] = await query<{ events: string }>(
    url,
    `SELECT coalesce(sum(events), 0)::text AS events FROM day_total WHERE program_id = '${programId}'`,
  );
  return Number(row?.events);
}

async function untilQueueIsEmpty(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (;;) {
      const { rowCount } = await client.query("SELECT FROM queue LIMIT 1");
      if (rowCount === 0) return;
      await pause(10);
    }
  } finally {
    await client.end();
  }
}

function inWords(round: Round): string {
  const { eventsPerSecond, acceptedPerSecond, webMicros, workerMicros, databaseMicros, generatorMicros } =
    round;
  return (
    `${eventsPerSecond.toFixed(0)} events/s, accepted at ${acceptedPerSecond.toFixed(0)}; µs an event: ` +
    `web ${webMicros.toFixed(0)}, worker ${workerMicros.toFixed(0)}, ` +
    `database ${databaseMicros.toFixed(0)}, generator ${generatorMicros.toFixed(0)}`
  );
}

function inShort(yardstick: Yardstick | undefined): string {
  return yardstick === undefined
    ? "left out"
    : `${yardstick[8].toFixed(0)}, ${yardstick[1].toFixed(0)} with one client`;
}

function measurements(rounds: Round[], yardsticks: Yardstick[], awards: number): Measurement[] {
  const figure = (
    name: string,
    unit: string,
    pick: (round: Round) => number,
    note?: string,
  ): Measurement => ({
    part: PART,
    name,
    unit,
    rounds: rounds.map(pick),
    note,
  });
  const beside = (clients: PgbenchClients, name: string): Measurement[] => {
    const transactions = yardsticks.map((yardstick) => yardstick[clients]);
    return [
      {
        part: PART,
        name: `pgbench TPC-B on the same server, ${name}`,
        unit: "transactions/s",
        rounds: transactions,
        note: "scale 20, prepared",
      },
      {
        part: PART,
        name: `events for each transaction of pgbench, ${name}`,
        unit: "×",
        rounds: rounds.map(
          ({ eventsPerSecond }, index) => eventsPerSecond / (transactions[index] ?? Number.NaN),
        ),
      },
    ];
  };
  return [
    figure(
      "posted, from the first request to the last posting",
      "events/s",
      (round) => round.eventsPerSecond,
      `${MEMBERS.toLocaleString("en")} members, ${CAMPAIGNS} campaigns, ${awards.toFixed(2)} transfers an event, batches of ${BATCH}`,
    ),
    ...(yardsticks.length > 0 ? [...beside(8, "8 clients"), ...beside(1, "1 client")] : []),
    figure("accepted, while events were being sent", "events/s", (round) => round.acceptedPerSecond),
    figure("processor time of the web server", "µs/event", (round) => round.webMicros),
    figure("processor time of the worker", "µs/event", (round) => round.workerMicros),
    figure("processor time of PostgreSQL", "µs/event", (round) => round.databaseMicros),
    figure("processor time of the load generator", "µs/event", (round) => round.generatorMicros),
    figure("write-ahead log", "bytes/event", (round) => round.walBytes),
    figure("tables and indexes", "bytes/event", (round) => round.tableBytes),
  ];
}
