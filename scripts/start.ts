import { launch } from "./support/launch";
import { runScript } from "./support/sentence";

await runScript(() => launch("production"));
process.exit(0);
