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
  type SharedUses,
  type SimulationRequest,
} from "@/lib/simulations";
import { openSource } from "./open-source";
import type { PastBatch, PastSource, Share } from "./past-source";
import { loadLiveRules, scenariosOf } from "./scenarios";

/** Entries that are worked on without a look at anything else. */
const AT_ONCE = 500;

/** What is to be replayed: plain data, the same for all parts. */
export type ReplayOrder = {
  program: ProgramDto;
  request: SimulationRequest;
  /** Of an uploaded file. */
  fileKey: string | null;
  now: Date;
};

/** What a part has to do with the others. */
export type Together = {
  share: Share;
  sharedUses: SharedUses;
  /** This part comes to what was posted at an instant in a lane. */
  arrive: (postedAt: number, lane: number) => void;
  /** Waits until all parts have come to an instant. */
  gather: (postedAt: number) => void;
};

/** Is told how far the replay is, every few hundred entries; it ends it by throwing. */
export type OnProgress = (done: number, entries: number) => Promise<void> | void;

export type PartFound = {
  summary: ReplaySummary;
  spec: ReplaySpec;
  source: Omit<PastSource, "batches">;
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
  const { program, request, fileKey, now } = order;
  const { timeZone, currency, locale, pointTypes } = program;
  const live = await loadLiveRules(tx, program);
  const wording = { timeZone, currency, locale, pointName: program.pointType.name, pointTypes };
  const rules = scenariosOf(request, live, wording);
  const share = together?.share ?? null;
  const context = { program, request, fileKey, now, share, ruleSetVersion: live.current };
  const { batches, ...source } = await openSource(tx, context, new Map());
  const { from, to, willReturn, undone } = source;
  const isLedger = request.source.kind === "history" && request.rules === "then" && request.mode !== "alone";
  const spec: ReplaySpec = {
    program: { timeZone, pointTypes },
    ...rules,
    ...{ from, to, willReturn, undone },
    sharedUses: together?.sharedUses ?? new OwnUses(),
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
    for (let start = 0; start < batch.length; start += AT_ONCE) {
      for (const item of batch.slice(start, start + AT_ONCE)) {
        const postedAt = item.postedOn.getTime();
        together?.arrive(postedAt, item.lane);
        if (postedAt >= turnsAt) {
          together?.gather(turnsAt);
          replay.begin();
          turnsAt = Number.POSITIVE_INFINITY;
        }
        add(item);
      }
      done += Math.min(AT_ONCE, batch.length - start);
      await letOthers();
      await onProgress(done, source.entries);
    }
  }
  return { summary: replay.summarise(), spec, source, done };
}

/** Whether a member is one of those whom the simulation is about, as they are at an instant. */
function participation(
  population: SimulationRequest["population"],
  timeZone: string,
): (member: PastMember, at: Date) => boolean {
  return population === null ? () => true : audienceCheck(population, timeZone);
}
