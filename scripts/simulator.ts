import { log } from "@/lib/config/log";
import { systemClock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { closeDb } from "@/lib/db";
import { runNextSimulation } from "@/lib/flows/run-simulation";
import { runScript } from "./support/sentence";

/**
 * Runs the simulations that wait, one after the other, and ends. The worker starts it, so that a replay, which takes a
 * processor to itself, keeps no event waiting. Told to end (SIGTERM, SIGINT), or without the process that started it,
 * it leaves the simulation in hand to the next one.
 */
await runScript(async () => {
  const stop = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT", "disconnect"] as const) {
    process.once(signal, () => stop.abort());
  }
  const holder = newId();
  while (!stop.signal.aborted) {
    const worked = await runNextSimulation({ clock: systemClock, holder, signal: stop.signal });
    if (worked === null) break;
    log().info(worked, "a simulation has been worked on");
  }
  await closeDb();
});
// The channel to the process that started it would keep this one alive.
process.exit(0);
