import { parentPort, workerData } from "node:worker_threads";
import { sequence } from "@/lib/testing/shop-days";
import { OwnUses, type SharedUses } from "../../simulations/replay/shared-uses";
import { JointUses } from "./joint-uses";
import { CHUNK, PartsBoard } from "./parts-board";
import { SharedLimits } from "./shared-limits";

/** What members ask of one limit that all share, in an order of their own making. */
export type Demands = { seed: number; events: number; lanes: number; amount: number; backPercent: number };

/** By the number of the event: what was granted; and the event at which the limit first ran out. */
export type Grants = { granted: [event: number, points: number][]; endedAt: number | null };

/** What the thread of a part is given. */
export type PartDemands = { demands: Demands; part: number; parts: number; memory: SharedArrayBuffer };

const KEY = 7;
const LARGEST = 5;

/** What one alone grants. */
export function grantAlone(demands: Demands): Grants {
  return grant(demands, new OwnUses(), () => true, null);
}

/** What one of several grants, in a thread of its own: sends it to whoever started the thread. */
export function grantInThread(): void {
  const { demands, part, parts, memory } = workerData as PartDemands;
  const board = new PartsBoard(part, parts, memory);
  const books = { board, limits: new SharedLimits(board), comesBack: demands.backPercent > 0 };
  const isOwn = (lane: number) => lane % parts === part;
  parentPort?.postMessage(grant(demands, new JointUses(books, 0, null), isOwn, board));
}

function grant(
  { seed, events, lanes, amount, backPercent }: Demands,
  uses: SharedUses,
  isOwn: (lane: number) => boolean,
  board: PartsBoard | null,
): Grants {
  const next = sequence(seed);
  const found: Grants = { granted: [], endedAt: null };
  const held: number[][] = Array.from({ length: lanes }, () => []);
  let own = 0;
  for (let event = 0; event < events; event += 1) {
    const lane = next(lanes);
    const wanted = 1 + next(LARGEST);
    const isBack = next(100) < backPercent;
    if (!isOwn(lane)) continue;
    board?.arrive(event, lane);
    const back = isBack ? held[lane]?.pop() : undefined;
    if (back !== undefined) uses.giveBack(KEY, back);
    else {
      const points = grantOne(uses, wanted, amount);
      found.granted.push([event, points]);
      if (points > 0) {
        held[lane]?.push(points);
        if (uses.use(KEY, points, amount) && uses.claimEnd(KEY)) found.endedAt = event;
      }
    }
    own += 1;
    if (own % CHUNK === 0) board?.keepTogether();
  }
  board?.leave();
  return found;
}

/** What is given of so much that is wanted, as evaluation does it. */
function grantOne(uses: SharedUses, wanted: number, amount: number): number {
  for (;;) {
    const left = Math.max(0, amount - uses.usedOf(KEY));
    if (left >= wanted || !uses.settle(KEY)) return Math.min(left, wanted);
  }
}
