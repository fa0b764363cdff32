import { readActorNames } from "@/lib/auth/actor-names";
import { present } from "@/lib/core/assert";
import { NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import type { Prisma, Tx } from "@/lib/db";
import type { SimulationDetail, SimulationDto, SimulationReport, SimulationRequest } from "./schema";

/** Of a list: reports are long, and lists do not show them. */
export const LISTED = { report: true } as const;
export type ListedRow = Prisma.SimulationGetPayload<{ omit: typeof LISTED }>;
export type SimulationRow = Prisma.SimulationGetPayload<Record<string, never>>;

/** @throws NotFound when the program has no such simulation */
export async function findSimulation(
  tx: Tx,
  programId: string,
  simulationId: string,
): Promise<SimulationRow> {
  const row = await tx.simulation.findUnique({
    where: { programId_simulationId: { programId, simulationId } },
  });
  if (row === null) throw new NotFound("simulation");
  return row;
}

export function requestOf({ request }: Pick<ListedRow, "request">): SimulationRequest {
  // Only `createSimulation` writes it, from what it has parsed.
  return request as unknown as SimulationRequest;
}

/** Rows with the names of those who asked, in the same order. */
export async function toSimulationDtos(
  tx: Tx,
  programId: string,
  rows: readonly ListedRow[],
): Promise<SimulationDto[]> {
  const names = await readActorNames(
    tx,
    programId,
    rows.map(({ createdBy }) => createdBy),
  );
  return rows.map((row) => {
    const { mode, rules, source, variants, upliftPercent, population } = requestOf(row);
    const isHistory = source.kind === "history";
    return {
      id: toTypeId("sim", row.simulationId),
      name: row.name,
      state: row.state,
      mode,
      rules,
      source: {
        kind: source.kind,
        from: isHistory ? source.from : null,
        to: isHistory ? source.to : null,
      },
      variants: variants.map(({ campaignId, version, definition }) => ({
        campaignId: toTypeId("camp", campaignId),
        version,
        name: definition.name,
      })),
      upliftPercent,
      hasPopulation: population !== null,
      eventsDone: Number(row.eventsDone),
      events: Number(row.events),
      error: row.error,
      createdBy: { ref: row.createdBy, name: names.get(row.createdBy) ?? null },
      createdAt: row.createdAt.toISOString(),
      startedAt: row.startedAt?.toISOString() ?? null,
      finishedAt: row.finishedAt?.toISOString() ?? null,
    };
  });
}

export async function toSimulationDto(tx: Tx, row: ListedRow): Promise<SimulationDto> {
  const [dto] = await toSimulationDtos(tx, row.programId, [row]);
  return present(dto, "one row gives one simulation");
}

export async function toSimulationDetail(tx: Tx, row: SimulationRow): Promise<SimulationDetail> {
  // What is stored was put together by the same types.
  return { ...(await toSimulationDto(tx, row)), report: row.report as unknown as SimulationReport | null };
}
