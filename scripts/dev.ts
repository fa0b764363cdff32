import { launch } from "./support/launch";
import { runScript } from "./support/sentence";

await runScript(() => launch("development"));
process.exit(0);
