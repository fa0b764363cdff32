import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import type { SimulationDto } from "./schema";
import { findSimulation, LISTED, toSimulationDto } from "./simulation-row";

/**
 * Stops a simulation for good; whoever works on it notices within a moment. Nothing is kept of what it found so far.
 * @throws Forbidden; NotFound; Conflict `simulation_finished` when nothing is left to stop
 */
export async function cancelSimulation(
  ctx: Ctx,
  { simulationId }: { simulationId: string },
): Promise<SimulationDto> {
  const { programId } = ctx;
  return write(ctx, { permission: "campaigns:write", request: { simulationId } }, async (tx) => {
    await findSimulation(tx, programId, simulationId);
    const [row] = await tx.simulation.updateManyAndReturn({
      where: { programId, simulationId, state: { in: ["waiting", "running"] } },
      data: { state: "cancelled", finishedAt: ctx.clock.now(), leaseHolder: null, leaseUntil: null },
      omit: LISTED,
    });
    if (row === undefined) {
      throw new Conflict("simulation_finished", "This simulation has ended; nothing is left to cancel.");
    }
    await recordAudit(tx, ctx, { action: "simulation.cancelled", target: toTypeId("sim", simulationId) });
    return toSimulationDto(tx, row);
  });
}
