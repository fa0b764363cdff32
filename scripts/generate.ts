import { generateClient } from "./support/generate-client";

const generated = await generateClient();
process.stdout.write(generated ? "Generated the database client.\n" : "The database client is current.\n");
