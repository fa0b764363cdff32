import { setImmediate as letOthers } from "node:timers/promises";
import { audienceCheck } from "@/lib/campaigns";
import type { SqlTx } from "@/lib/db";
import type { ProgramDto } from "@/lib/programs";
import {
  OwnUses,
  type PastMember,
  Replay,
  type ReplaySpec,
  type ReplaySummary,
  type SimulationRequest,
} from "@/lib/simulations";
import { JointUses } from "./joint-uses";
import { openSource } from "./open-source";
import { CHUNK, type PartsBoard } from "./parts-board";
import type { PastBatch, PastLength, PastSource, Share } from "./past-source";
import { loadLiveRules, scenariosOf } from "./scenarios";
import { SharedLimits } from "./shared-limits";

/** What is to be replayed: plain data, the same for all parts. */
export type ReplayOrder = {
  program: ProgramDto;
  request: SimulationRequest;
  /** Of an uploaded file. */
  fileKey: string | null;
  now: Date;
  /** Of history, where it has been measured already. */
  length: PastLength | null;
};

/** What a part has to do with the others. */
export type Together = { share: Share; board: PartsBoard };

/** Is told how far the replay is, every few hundred entries; it ends it by throwing. */
export type OnProgress = (done: number, entries: number) => Promise<void> | void;

export type PartFound = {
  summary: ReplaySummary;
  spec: ReplaySpec;
  source: Omit<PastSource, "batches">;
  /** Entries that were gone through. */
  done: number;
};

/**
 * Replays the past of some members, or of all, under the rules of each scenario.
 * @param together null where nobody else has a part in it
 */
export async function replayPart(
  tx: SqlTx,
  order: ReplayOrder,
  together: Together | null,
  onProgress: OnProgress,
): Promise<PartFound> {
  const { program, request, fileKey, now, length } = order;
  const { timeZone, currency, locale, pointTypes } = program;
  const live = await loadLiveRules(tx, program);
  const wording = { timeZone, currency, locale, pointName: program.pointType.name, pointTypes };
  const rules = scenariosOf(request, live, wording);
  const { share, board } = together ?? { share: null, board: null };
  const context = { program, request, fileKey, now, length, share, ruleSetVersion: live.current };
  const { batches, ...source } = await openSource(tx, context, new Map());
  const { from, to, willReturn, undone, comesBack } = source;
  const isLedger = request.source.kind === "history" && request.rules === "then" && request.mode !== "alone";
  const spec: ReplaySpec = {
    program: { timeZone, pointTypes },
    ...rules,
    ...{ from, to, willReturn, undone, comesBack },
    sharedUses: board ? jointUses(board, comesBack) : new OwnUses(),
    comparesLedger: isLedger && request.population === null,
    keepsAllExamples: request.source.kind === "basket",
  };
  const replay = new Replay(spec);
  const takesPart = participation(request.population, timeZone);
  const add = ({ entry, met, postedOn }: PastBatch[number]) => {
    if (met === undefined) return;
    // Whoever takes part does so as they were when first met.
    if (met.person === undefined) {
      met.person = takesPart(met.member, entry.occurredAt) ? replay.meet(met.member) : null;
    }
    if (met.person !== null) replay.add(entry, met.person, isLedger ? postedOn : entry.occurredAt);
  };

  let done = 0;
  let turnsAt = source.turnsAt?.getTime() ?? Number.POSITIVE_INFINITY;
  await onProgress(done, source.entries);
  for await (const batch of batches) {
    for (let start = 0; start < batch.length; start += CHUNK) {
      for (const item of batch.slice(start, start + CHUNK)) {
        const postedAt = item.postedOn.getTime();
        board?.arrive(postedAt, item.lane);
        if (postedAt >= turnsAt) {
          board?.gather(turnsAt);
          replay.begin();
          turnsAt = Number.POSITIVE_INFINITY;
        }
        add(item);
      }
      done += Math.min(CHUNK, batch.length - start);
      board?.keepTogether();
      await letOthers();
      await onProgress(done, source.entries);
    }
  }
  board?.leave();
  return { summary: replay.summarise(), spec, source, done };
}

/** The uses of the first scenario. */
function jointUses(board: PartsBoard, comesBack: boolean): JointUses {
  return new JointUses({ board, limits: new SharedLimits(board), comesBack }, 0, null);
}

/** Whether a member is one of those whom the simulation is about, as they are at an instant. */
function participation(
  population: SimulationRequest["population"],
  timeZone: string,
): (member: PastMember, at: Date) => boolean {
  return population === null ? () => true : audienceCheck(population, timeZone);
}
