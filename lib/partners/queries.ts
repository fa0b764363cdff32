import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePartnerOr, requirePermission } from "@/lib/auth/permissions";
import { addMonths, localDay, startOfDay } from "@/lib/core/calendar";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/db";
import { openInvitationsOf } from "@/lib/identity";
import type { InvitationDto } from "@/lib/identity/schema";
import { readProgram } from "@/lib/programs";
import { permissionFor, requireParticipant } from "./participant";
import { type PartnerDto, type PartnerStatementDto, statementMonth } from "./schema";
import { type PartnerRow, selectOwed, selectPartners } from "./sql";

/**
 * The companies that take part in the program, by name.
 * @throws Forbidden
 */
export async function listPartners(ctx: Ctx): Promise<PartnerDto[]> {
  requirePermission(ctx, "partners:manage");
  return (await selectPartners(ctx.tx ?? db(), ctx.programId)).map(toDto);
}

/**
 * Reward partners by name, as whoever keeps the catalogue chooses among them.
 * @throws Forbidden
 */
export async function listSuppliers(
  ctx: Ctx,
): Promise<{ partnerId: string; key: string | null; name: string }[]> {
  requirePermission(ctx, "rewards:read");
  const partners = await selectPartners(ctx.tx ?? db(), ctx.programId);
  return partners
    .filter(({ parts }) => parts.includes("REWARD_PARTNER"))
    .map(({ partnerId, key, name }) => ({ partnerId, key, name }));
}

/**
 * One of them; its own people may read it.
 * @throws Forbidden, NotFound
 */
export async function readPartner(ctx: Ctx, partnerId: string): Promise<PartnerDto> {
  const { actor } = ctx;
  if (actor.kind !== "partner") requirePermission(ctx, "partners:manage");
  else if (actor.organizationId !== partnerId) throw new NotFound("partner");
  const [row] = await selectPartners(ctx.tx ?? db(), ctx.programId, partnerId);
  if (row === undefined) throw new NotFound("partner");
  return toDto(row);
}

/**
 * Invitations of a company's people that wait for an answer, expired ones included; its own people may read them.
 * @throws Forbidden, NotFound
 */
export async function listPartnerInvitations(ctx: Ctx, partnerId: string): Promise<InvitationDto[]> {
  const permission = permissionFor(ctx, partnerId);
  if (permission !== null) requirePermission(ctx, permission);
  const tx = ctx.tx ?? db();
  await requireParticipant(tx, ctx.programId, partnerId);
  return openInvitationsOf(tx, partnerId, ctx.clock.now());
}

/**
 * What the program owes a reward partner for a month, reward by reward: what was fulfilled in it, less what was
 * taken back in it, each at the cost that was agreed when it was redeemed.
 * @param month `YYYY-MM` in the program's time zone
 * @throws Forbidden, NotFound, Invalid
 */
export async function readPartnerStatement(
  ctx: Ctx,
  partnerId: string,
  month: string,
): Promise<PartnerStatementDto> {
  requirePartnerOr(ctx, { owner: partnerId, part: "REWARD_PARTNER", thing: "partner" }, "partners:manage");
  const firstDay = `${statementMonth.parse(month)}-01`;
  const { name } = await readPartner(ctx, partnerId);
  const { timeZone, currency } = await readProgram(ctx.programId);
  const nextMonth = addMonths(firstDay, 1);
  const rows = await selectOwed(ctx.tx ?? db(), ctx.programId, {
    partnerId,
    from: startOfDay(firstDay, timeZone),
    until: startOfDay(nextMonth, timeZone),
  });
  const lines = rows.map(({ fulfilled, reversed, amountMinor, ...line }) => ({
    ...line,
    fulfilled: Number(fulfilled),
    reversed: Number(reversed),
    amountMinor: Number(amountMinor),
  }));
  return {
    partnerId,
    name,
    month,
    isFinal: localDay(ctx.clock.now(), timeZone) >= nextMonth,
    currency,
    lines,
    totalMinor: lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  };
}

function toDto({ createdAt, ...row }: PartnerRow): PartnerDto {
  return { ...row, createdAt: createdAt.toISOString() };
}
