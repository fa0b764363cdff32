import { restoreBackup } from "@/lib/db/embedded-backup";
import { runScript, Sentence } from "./support/sentence";
import { readSettings } from "./support/settings";

const USAGE = `Makes a data folder of a backup: data, or TESSERA_DATA_DIR, which must not be there or be empty.

  npm run restore -- FOLDER
`;

await runScript(async () => {
  const [backup, ...others] = process.argv.slice(2);
  if (backup === undefined || backup.startsWith("-") || others.length > 0) throw new Sentence(USAGE);
  const { dataDirectory } = readSettings();
  await restoreBackup(backup, dataDirectory);
  process.stdout.write(
    `${dataDirectory} is restored. Prove it with npm run ledger:verify, then go on with npm start.\n`,
  );
});
