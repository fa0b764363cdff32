import { buildApplication } from "./support/build-application";
import { generateClient } from "./support/generate-client";
import { runScript } from "./support/sentence";

await runScript(async () => {
  await generateClient();
  const built = await buildApplication(process.env);
  process.stdout.write(built ? "Made the production build.\n" : "The production build is current.\n");
});
