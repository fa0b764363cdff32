import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { removeFile } from "@/lib/imports";
import { write } from "@/lib/write";
import { findSimulation } from "./simulation-row";

/**
 * Deletes a simulation with its report and its examples.
 * @throws Forbidden; NotFound; Conflict `simulation_running` while it is under way: cancel it first
 */
export async function deleteSimulation(
  ctx: Ctx,
  { simulationId }: { simulationId: string },
): Promise<{ id: string }> {
  const { programId } = ctx;
  const { fileKey, id } = await write(
    ctx,
    { permission: "campaigns:write", request: { simulationId } },
    async (tx) => {
      const found = await findSimulation(tx, programId, simulationId);
      const { count } = await tx.simulation.deleteMany({
        where: { programId, simulationId, state: { notIn: ["waiting", "running"] } },
      });
      if (count === 0) {
        throw new Conflict("simulation_running", "This simulation is under way. Cancel it first.");
      }
      await tx.simulationExample.deleteMany({ where: { programId, simulationId } });
      const target = toTypeId("sim", simulationId);
      await recordAudit(tx, ctx, { action: "simulation.deleted", target, detail: { name: found.name } });
      return { id: target, fileKey: found.fileKey };
    },
  );
  if (fileKey !== null) await removeFile(fileKey);
  return { id };
}
