import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { closeDb, db } from "@/lib/db";
import { foundClub } from "./support/club";
import { Stage, type Victim } from "./support/crash-stage";
import { withDatabase } from "./support/database";
import { progress } from "./support/part";
import { buildProduct } from "./support/product";

/**
 * Kills the web server, the worker, the tills and PostgreSQL with SIGKILL at random moments under load, starts each
 * again, and in the end proves that every event that was accepted is posted exactly once, that every redemption that
 * was confirmed happened exactly once, and that the ledger verifies.
 *
 *   node --import tsx --conditions=react-server bench/crash.ts --kills 60
 */
const { values } = parseArgs({ options: { kills: { type: "string", default: "60" } } });
const KILLS = Number(values.kills);
const MEMBERS = 500;
const LONGEST_LIFE_MS = 6_000;

await withDatabase(async ({ folder }) => {
  const { programId, apiKey } = await foundClub(MEMBERS, 5);
  const rows = await db().member.findMany({ where: { programId }, select: { memberId: true } });
  const members = rows.map(({ memberId }) => memberId);
  await closeDb();
  await buildProduct();
  const stage = new Stage(folder, { programId, apiKey, members });
  await stage.begin();
  const killed: Record<Victim, number> = { "web server": 0, worker: 0, till: 0, PostgreSQL: 0 };
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await pause(Math.random() * LONGEST_LIFE_MS);
    const victim = await stage.killOne();
    killed[victim] += 1;
    progress(`${kill} of ${KILLS}: ${victim}`);
  }
  await stage.drain();
  const result = await stage.prove();
  await stage.end();
  const kills = `${killed["web server"]} web servers, ${killed.worker} workers, ${killed.till} tills, ${killed.PostgreSQL} PostgreSQL`;
  process.stdout.write(
    `${result.faults.length === 0 ? "sound " : "BROKEN"}  ${KILLS} kills (${kills}): ${result.said}\n`,
  );
  for (const fault of result.faults) process.stdout.write(`  ${fault}\n`);
  if (result.faults.length > 0) process.exitCode = 1;
});
process.exit();
