import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid } from "@/lib/core/errors";
import { fromTypeId, isUuid, toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import type { Sample } from "./replay/samples";
import type {
  ExampleKind,
  SimulationDetail,
  SimulationDto,
  SimulationExample,
  SimulationReport,
} from "./schema";
import { findSimulation, LISTED, toSimulationDetail, toSimulationDtos } from "./simulation-row";

/**
 * Simulations of the program, the newest first.
 * @throws Forbidden; Invalid for a foreign cursor
 */
export async function listSimulations(
  ctx: Ctx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<SimulationDto>> {
  requirePermission(ctx, "campaigns:read");
  const before = cursor === undefined ? undefined : positionOf(cursor);
  const rows = await db().simulation.findMany({
    where: { programId: ctx.programId, ...(before ? { simulationId: { lt: before } } : {}) },
    omit: LISTED,
    // Ids are made in order of time.
    orderBy: { simulationId: "desc" },
    take: limit + 1,
  });
  const page = toPage(rows, limit, (last) => [last.simulationId]);
  return { items: await toSimulationDtos(db(), ctx.programId, page.items), nextCursor: page.nextCursor };
}

/**
 * A simulation with its report, which is null until it is done.
 * @throws Forbidden, NotFound
 */
export async function readSimulation(ctx: Ctx, simulationId: string): Promise<SimulationDetail> {
  requirePermission(ctx, "campaigns:read");
  return toSimulationDetail(db(), await findSimulation(db(), ctx.programId, simulationId));
}

/**
 * The events that a simulation keeps as examples, each with what the scenarios made of it; the most telling of each
 * kind first.
 * @throws Forbidden, NotFound
 */
export async function listExamples(
  ctx: Ctx,
  simulationId: string,
  { kind, scenario }: { kind?: ExampleKind | undefined; scenario?: number | undefined } = {},
): Promise<SimulationExample[]> {
  requirePermission(ctx, "campaigns:read");
  const { programId } = ctx;
  await findSimulation(db(), programId, simulationId);
  const rows = await db().simulationExample.findMany({
    where: { programId, simulationId, ...(kind && { kind }), ...(scenario !== undefined && { scenario }) },
    orderBy: { exampleNo: "asc" },
  });
  // Only `finishSimulation` writes them, from what the replay kept.
  const samples = rows.map((row) => ({ ...row, sample: row.content as unknown as Sample }));
  const names = await namesOf(
    ctx,
    samples.map(({ sample }) => sample.memberId),
  );
  return samples.map(({ exampleNo, scenario, sample }) => ({
    ...sample,
    exampleNo,
    scenario,
    eventId: isUuid(sample.eventId) ? toTypeId("evt", sample.eventId) : null,
    memberId: isUuid(sample.memberId) ? toTypeId("mem", sample.memberId) : null,
    memberName: names.get(sample.memberId) ?? null,
    payload: { ...sample.payload },
    decisions: sample.decisions.map(withTypeId),
    baseline: sample.baseline.map(withTypeId),
  }));
}

function withTypeId<Decision extends { campaignId: string }>(decision: Decision): Decision {
  return { ...decision, campaignId: toTypeId("camp", decision.campaignId) };
}

async function namesOf(ctx: Ctx, memberIds: readonly string[]): Promise<Map<string, string>> {
  const known = [...new Set(memberIds.filter(isUuid))];
  const rows = await db().member.findMany({
    where: { programId: ctx.programId, memberId: { in: known } },
    select: { memberId: true, name: true },
  });
  return new Map(rows.map(({ memberId, name }) => [memberId, name]));
}

/**
 * Names of the members whom a report names, by their TypeIDs: reports keep no names.
 * @throws Forbidden
 */
export async function readReportNames(
  ctx: Ctx,
  { scenarios }: SimulationReport,
): Promise<Map<string, string>> {
  requirePermission(ctx, "campaigns:read");
  const named = scenarios.flatMap(({ distribution, comparison }) => [
    ...distribution.top,
    ...(comparison?.topWinners ?? []),
    ...(comparison?.topLosers ?? []),
  ]);
  const uuids = named.flatMap(({ memberId }) => fromTypeId("mem", memberId) ?? []);
  const names = await namesOf(ctx, uuids);
  return new Map([...names].map(([memberId, name]) => [toTypeId("mem", memberId), name]));
}

function positionOf(cursor: string): string {
  const [simulationId] = decodeCursor(cursor);
  if (typeof simulationId === "string" && isUuid(simulationId)) return simulationId;
  throw new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
