import { fork } from "node:child_process";
import { parseArgs } from "node:util";
import { z } from "zod";
import { generateClient } from "@/scripts/support/generate-client";
import { describeMachine, machineInWords } from "./support/machine";
import { type Measurement, measurement, progress } from "./support/part";
import { table } from "./support/table";

/** Every part, in the order in which they run; those of the second list run only when they are named. */
const PARTS = ["end-to-end", "single-event", "rules", "cache"];
const ON_REQUEST: string[] = ["reading", "memory", "midnight", "history", "simulate"];

const USAGE = `Measures the product on this machine.

  npm run bench                     every part but the long ones (${PARTS.join(", ")})
  npm run bench -- end-to-end       only these parts; also: ${ON_REQUEST.join(", ")}

  --json            the same figures as JSON
  --rounds N        rounds of each measurement (default 3)
  --minutes N       how long a part that goes by the clock lasts (default 10)
  --profile FOLDER  write CPU profiles of the web server and the worker
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
    rounds: { type: "string" },
    minutes: { type: "string" },
    profile: { type: "string" },
  },
});
const unknown = positionals.filter((part) => ![...PARTS, ...ON_REQUEST].includes(part));
if (values.help || unknown.length > 0) {
  process.stdout.write(USAGE);
  process.exit(values.help ? 0 : 1);
}

await generateClient();
const machine = describeMachine();
const handedOn = (["rounds", "minutes", "profile"] as const).flatMap((option) =>
  values[option] === undefined ? [] : [`--${option}=${values[option]}`],
);

/** Each part has a process of its own, so that none inherits another's heap, settings or connections. */
function measure(part: string): Promise<Measurement[]> {
  progress(`${part} …`);
  const child = fork(new URL(`./${part}.ts`, import.meta.url), handedOn, {
    execArgv: ["--import", "tsx", "--conditions=react-server"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  return new Promise((fulfil, reject) => {
    let received: Measurement[] | null = null;
    child.once("message", (message) => {
      received = z.array(measurement).parse(message);
    });
    child.once("exit", (code) => {
      if (received !== null) fulfil(received);
      else reject(new Error(`The part ${part} ended without figures (exit code ${code}).`));
    });
  });
}

const measurements: Measurement[] = [];
for (const part of positionals.length > 0 ? positionals : PARTS) measurements.push(...(await measure(part)));
process.stdout.write(
  values.json
    ? `${JSON.stringify({ machine, measurements }, null, 2)}\n`
    : `\n${machineInWords(machine)}\n\n${table(measurements)}\n`,
);
