import { setMaxListeners } from "node:events";
import { keepSchedules } from "@/lib/campaigns";
import { log } from "@/lib/config/log";
import { systemClock } from "@/lib/core/clock";
import { closeDb } from "@/lib/db";
import { keepClosingDays } from "@/lib/flows/close-day";
import { keepErasing } from "@/lib/flows/erase-member";
import { keepHoldsCurrent } from "@/lib/flows/expire-holds";
import { keepPosting } from "@/lib/flows/post-events";
import { keepPreparing } from "@/lib/flows/prepare-history";
import { keepRedemptions } from "@/lib/flows/redeem";
import { runCredits } from "@/lib/flows/run-credits";
import { runImports } from "@/lib/flows/run-import";
import { keepSimulating } from "@/lib/flows/run-simulation";
import { keepTakingBack } from "@/lib/flows/take-back-rewards";
import { keepTidy } from "@/lib/flows/tidy-up";
import { keepSending } from "@/lib/mail";
import { keepPushing } from "@/lib/push";
import { keepRewarding } from "@/lib/referrals";
import { keepStocked } from "@/lib/rewards";
import { keepVerifying } from "@/lib/verifications";
import { keepDelivering } from "@/lib/webhooks";
import { runSimulator } from "./support/run-simulator";
import { runScript } from "./support/sentence";

/** While one plans, another has the database work and a third waits for the disk or for the program's accounts. */
const POSTING_LOOPS = 3;

/**
 * The worker: posts events, ends holds, closes days, starts and ends campaigns, counts history for launched campaigns,
 * works on imports, credits and files of codes, tells what runs low, has simulations run, verifies ledgers, calls other systems, sends mail, rewards referrals and tidies up, without HTTP
 * and in a process of its own, so that it does not share the web server's thread. It ends after the step in hand when
 * it is told to (SIGTERM, SIGINT) or when the process that started it is gone.
 */
await runScript(async () => {
  const stop = new AbortController();
  // Each of the loops below listens to it, and what they do listens as well.
  setMaxListeners(0, stop.signal);
  for (const signal of ["SIGTERM", "SIGINT", "disconnect"] as const) {
    process.once(signal, () => stop.abort());
  }
  log().info("the worker is up");
  await Promise.all([
    ...Array.from({ length: POSTING_LOOPS }, () => keepPosting(stop.signal)),
    runImports(systemClock, stop.signal),
    runCredits(stop.signal),
    keepSimulating(runSimulator, stop.signal),
    keepHoldsCurrent(stop.signal),
    keepRedemptions(stop.signal),
    keepClosingDays(stop.signal),
    keepSchedules(stop.signal),
    keepPreparing(stop.signal),
    keepVerifying(stop.signal),
    keepDelivering(stop.signal),
    keepPushing(stop.signal),
    keepSending(stop.signal),
    keepRewarding(stop.signal),
    keepTakingBack(stop.signal),
    keepErasing(stop.signal),
    keepStocked(stop.signal),
    keepTidy(stop.signal),
  ]);
  await closeDb();
  log().info("the worker has stopped");
});
// The channel to the process that started it would keep this one alive.
process.exit(0);
