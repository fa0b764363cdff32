import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { JointUses } from "./joint-uses";
import { PartsBoard } from "./parts-board";
import { LIMITS_BYTES, SharedLimits } from "./shared-limits";
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

  it("is looked at again by whoever was told roughly, although others take turns meanwhile", () => {
    const [key, amount] = [7, 1_000];
    const boards = [new PartsBoard(0, 2, { bytes: LIMITS_BYTES })];
    boards.push(new PartsBoard(1, 2, boards[0]?.memory ?? { bytes: 0 }));
    const [ahead, behind] = boards.map((board) => ({
      board,
      uses: new JointUses({ board, limits: new SharedLimits(board), comesBack: true }, 0, null),
    }));
    if (ahead === undefined || behind === undefined) throw new Error("there are two parts");
    ahead.board.arrive(10, 0);
    behind.board.arrive(5, 1);
    expect(ahead.uses.usedOf(key)).toBeGreaterThan(amount);
    expect(behind.uses.usedOf(key)).toBeGreaterThan(amount);
    expect(behind.uses.settle(key)).toBe(true);
    expect(behind.uses.usedOf(key)).toBe(0);
    behind.board.arrive(20, 1);
    expect(ahead.uses.settle(key)).toBe(true);
    expect(ahead.uses.usedOf(key)).toBe(0);
    expect(ahead.uses.settle(key)).toBe(false);
  });
});
