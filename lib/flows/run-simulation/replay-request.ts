import { setImmediate as letOthers } from "node:timers/promises";
import { audienceCheck } from "@/lib/campaigns";
import { localDay } from "@/lib/core/calendar";
import { type SqlTx, withSnapshot } from "@/lib/db";
import type { ProgramDto } from "@/lib/programs";
import {
  type PastMember,
  Replay,
  reportOf,
  type SimulationReport,
  type SimulationRequest,
} from "@/lib/simulations";
import { openSource } from "./open-source";
import { loadLiveRules, scenariosOf } from "./scenarios";
import { sumEverGone } from "./sql";

/** Entries that are worked on without a look at anything else. */
const AT_ONCE = 500;
/** A long past is read for a while. */
const TIMEOUT_MS = 60 * 60_000;

export type Found = { report: SimulationReport; samples: Replay["samples"]; done: number };

/**
 * Replays what a request asks for, in one snapshot of the database that locks nothing and writes nothing.
 * @param onProgress is told how far it is, every few hundred entries; it ends the replay by throwing
 */
export function replayRequest(
  program: ProgramDto,
  request: SimulationRequest,
  fileKey: string | null,
  now: Date,
  onProgress: (done: number, entries: number) => Promise<void>,
): Promise<Found> {
  return withSnapshot((tx) => replayIn(tx, { program, request, fileKey, now, onProgress }), {
    timeoutMs: TIMEOUT_MS,
  });
}

type Work = {
  program: ProgramDto;
  request: SimulationRequest;
  fileKey: string | null;
  now: Date;
  onProgress: (done: number, entries: number) => Promise<void>;
};

async function replayIn(tx: SqlTx, { program, request, fileKey, now, onProgress }: Work): Promise<Found> {
  const { timeZone, currency, locale, pointTypes } = program;
  const live = await loadLiveRules(tx, program);
  const wording = { timeZone, currency, locale, pointName: program.pointType.name, pointTypes };
  const { before, scenarios, counting } = scenariosOf(request, live, wording);
  const members = new Map<string, PastMember>();
  const source = await openSource(
    tx,
    { program, request, fileKey, now, ruleSetVersion: live.current },
    members,
  );
  const { from, to, willReturn, undone } = source;
  const isLedger = request.source.kind === "history" && request.rules === "then" && request.mode !== "alone";
  const comparesLedger = isLedger && request.population === null;
  const replay = new Replay({
    program: { timeZone, pointTypes },
    ...{ from, to, before, scenarios, counting, willReturn, undone, comparesLedger },
    keepsAllExamples: request.source.kind === "basket",
  });
  const takesPart = participation(request.population, timeZone);

  let done = 0;
  await onProgress(done, source.entries);
  for await (const batch of source.batches) {
    for (let start = 0; start < batch.length; start += AT_ONCE) {
      for (const { entry, memberId, postedOn } of batch.slice(start, start + AT_ONCE)) {
        const member = members.get(memberId);
        // Pools have statements too, and nothing that campaigns look at.
        if (member === undefined || !takesPart(member, entry.occurredAt)) continue;
        replay.add(entry, member, isLedger ? postedOn : entry.occurredAt);
      }
      done += Math.min(AT_ONCE, batch.length - start);
      await letOthers();
      await onProgress(done, source.entries);
    }
  }
  const { spent, expired } = await sumEverGone(tx, program.programId);
  const report = reportOf(replay, {
    pointTypes,
    from: localDay(from, timeZone),
    to: localDay(new Date(to.getTime() - 1), timeZone),
    upliftPercent: request.upliftPercent,
    everSpent: spent,
    everExpired: expired,
  });
  return { report: { ...report, refused: report.refused + source.refused }, samples: replay.samples, done };
}

/** Whether a member is one of those whom the simulation is about, as they were when first met. */
function participation(
  population: SimulationRequest["population"],
  timeZone: string,
): (member: PastMember, at: Date) => boolean {
  if (population === null) return () => true;
  const isIn = audienceCheck(population, timeZone);
  const known = new Map<string, boolean>();
  return (member, at) => {
    let takesPart = known.get(member.memberId);
    if (takesPart === undefined) {
      takesPart = isIn(member, at);
      known.set(member.memberId, takesPart);
    }
    return takesPart;
  };
}
