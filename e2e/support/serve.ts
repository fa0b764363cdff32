import { rm } from "node:fs/promises";
import { launch } from "../../scripts/support/launch";
import { runScript } from "../../scripts/support/sentence";

// The journeys start from a fresh installation, as a newcomer does.
await rm("data/e2e", { recursive: true, force: true });
await runScript(() => launch("production"));
process.exit(0);
