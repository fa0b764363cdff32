import { rm } from "node:fs/promises";
import { launch } from "../../scripts/support/launch";
import { runScript } from "../../scripts/support/sentence";
import { E2E_DATA_DIR } from "./address";

// The journeys start from a fresh installation, as a newcomer does.
await rm(E2E_DATA_DIR, { recursive: true, force: true });
await runScript(() => launch("production"));
process.exit(0);
