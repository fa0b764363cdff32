import "server-only";
import { recordAudit } from "@/lib/audit";
import { actorRef } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { campaignDefinition, shownVersion } from "@/lib/campaigns/schema";
import { Invalid, NotFound } from "@/lib/core/errors";
import { newId, toTypeId } from "@/lib/core/ids";
import { fieldErrors } from "@/lib/core/schema";
import type { Prisma, Tx } from "@/lib/db";
import { write } from "@/lib/write";
import { requireSimulationFile, simulationFileKey } from "./files";
import type { SimulationDto, SimulationOrder, SimulationRequest } from "./schema";
import { toSimulationDto } from "./simulation-row";

type Variant = SimulationRequest["variants"][number];

const MAX_NAME = 120;

/**
 * Asks for a simulation, which a worker then runs. It tries the campaigns as they are now, whatever is edited later.
 * @throws Forbidden; NotFound for a campaign or a file; Invalid with a pointer to each part of a draft that keeps it
 * from running
 */
export async function createSimulation(
  ctx: Ctx,
  { name, variants, ...rest }: SimulationOrder,
): Promise<SimulationDto> {
  const { programId } = ctx;
  return write(ctx, { permission: "campaigns:write", request: { name, variants, ...rest } }, async (tx) => {
    const frozen: Variant[] = [];
    for (const [place, variant] of variants.entries()) {
      frozen.push(await freeze(tx, programId, variant, `/variants/${place}`));
    }
    const { source } = rest;
    if (source.kind === "file") await requireSimulationFile(programId, source.fileId, ctx.clock.now());
    const simulationId = newId();
    const request: SimulationRequest = { ...rest, variants: frozen };
    const row = await tx.simulation.create({
      data: {
        programId,
        simulationId,
        name: name ?? nameOf(frozen),
        request: request as unknown as Prisma.InputJsonObject,
        fileKey: source.kind === "file" ? simulationFileKey(programId, source.fileId) : null,
        createdBy: actorRef(ctx.actor),
        createdAt: ctx.clock.now(),
      },
    });
    await recordAudit(tx, ctx, {
      action: "simulation.created",
      target: toTypeId("sim", simulationId),
      detail: { mode: request.mode, source: source.kind, variants: frozen.length },
    });
    return toSimulationDto(tx, row);
  });
}

function nameOf(variants: readonly Variant[]): string {
  const names = variants.map(({ definition }) => definition.name).join(", ");
  return names.length <= MAX_NAME ? names : `${names.slice(0, MAX_NAME - 1)}…`;
}

async function freeze(
  tx: Tx,
  programId: string,
  { campaignId, version }: { campaignId: string; version?: number | undefined },
  pointer: string,
): Promise<Variant> {
  const campaign = await tx.campaign.findUnique({
    where: { programId_campaignId: { programId, campaignId } },
  });
  if (campaign === null) throw new NotFound("campaign");
  const wanted = version ?? shownVersion(campaign);
  const found = await tx.campaignVersion.findUnique({
    where: { programId_campaignId_version: { programId, campaignId, version: wanted } },
  });
  if (found === null) throw new NotFound("version of this campaign");
  const parsed = campaignDefinition.safeParse(found.definition);
  if (parsed.success) return { campaignId, version: wanted, definition: parsed.data };
  throw new Invalid(
    `“${campaign.name}” cannot run yet: some parts need another look.`,
    fieldErrors(parsed.error, `${pointer}/definition`),
  );
}
