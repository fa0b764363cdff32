import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { backUp } from "@/lib/db/embedded-backup";
import { runScript, Sentence } from "./support/sentence";
import { readSettings } from "./support/settings";

const USAGE = `Copies the data folder, with its database as of one instant, to a new folder while the product goes on.

  npm run backup -- FOLDER

npm run restore makes a data folder of it again.
`;

await runScript(async () => {
  const [target, ...others] = process.argv.slice(2);
  if (target === undefined || target.startsWith("-") || others.length > 0) throw new Sentence(USAGE);
  const { dataDirectory, databaseUrl } = readSettings();
  if (databaseUrl) {
    throw new Sentence(
      "DATABASE_URL names a server of your own: back it up with its own tools (pg_basebackup).",
    );
  }
  if (!existsSync(join(dataDirectory, "postgres"))) {
    throw new Sentence(`There is no database in ${dataDirectory}.`);
  }
  await backUp(dataDirectory, target);
  process.stdout.write(`${dataDirectory} is backed up in ${resolve(target)}.\n`);
});
