import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { PartsBoard } from "./parts-board";
import { LIMITS_BYTES } from "./shared-limits";
import { type Demands, type Grants, grantAlone, type PartDemands } from "./testing";

const TIMEOUT_MS = 60_000;
const MODULE = new URL("./testing.ts", import.meta.url).href;
const START = `import("tsx/esm/api").then(({ register }) => {
  register();
  return import(${JSON.stringify(MODULE)});
}).then(({ grantInThread }) => grantInThread());`;

function grantOf(workerData: PartDemands): Promise<Grants> {
  const worker = new Worker(START, { eval: true, workerData, execArgv: ["--conditions=react-server"] });
  return new Promise((fulfil, reject) => {
    worker.once("message", fulfil);
    worker.once("error", reject);
  });
}

async function grantTogether(demands: Demands, parts: number): Promise<Grants> {
  const { memory } = new PartsBoard(0, parts, { bytes: LIMITS_BYTES });
  const all = Array.from({ length: parts }, (_, part) => grantOf({ demands, part, parts, memory }));
  const found = await Promise.all(all);
  return {
    granted: found.flatMap(({ granted }) => granted).sort(([one], [other]) => one - other),
    endedAt: found.find(({ endedAt }) => endedAt !== null)?.endedAt ?? null,
  };
}

describe("a limit that threads share", () => {
  const events = 60_000;
  it.each<[string, number, Demands]>([
    ["is never used up", 2, { seed: 1, events, lanes: 8, amount: 1_000_000, backPercent: 10 }],
    ["runs out after plenty was there", 2, { seed: 2, events, lanes: 8, amount: 90_000, backPercent: 0 }],
    ["runs out although much comes back", 3, { seed: 3, events, lanes: 8, amount: 100_000, backPercent: 15 }],
    ["is small from the start", 3, { seed: 4, events: 6_000, lanes: 5, amount: 500, backPercent: 25 }],
  ])(
    "gives what it gives one alone: one that %s",
    async (_, parts, demands) => {
      const together = await grantTogether(demands, parts);
      expect(together).toEqual(grantAlone(demands));
    },
    TIMEOUT_MS,
  );
});
