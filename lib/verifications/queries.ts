import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { present } from "@/lib/core/assert";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid, NotFound } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { db } from "@/lib/db";
import type { VerificationDto } from "./schema";
import { toVerificationDtos } from "./verification-row";

/**
 * The program's verifications, the latest first.
 * @throws Forbidden; Invalid for a foreign cursor
 */
export async function listVerifications(
  ctx: Ctx,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page<VerificationDto>> {
  requirePermission(ctx, "ledger:read");
  const { programId } = ctx;
  const tx = ctx.tx ?? db();
  const rows = await tx.verification.findMany({
    where: { programId, ...(cursor === undefined ? {} : { verificationId: { lt: position(cursor) } }) },
    orderBy: { verificationId: "desc" },
    take: limit + 1,
  });
  const page = toPage(rows, limit, (last) => [last.verificationId]);
  return { items: await toVerificationDtos(tx, programId, page.items), nextCursor: page.nextCursor };
}

/** @throws Forbidden, NotFound */
export async function readVerification(ctx: Ctx, verificationId: string): Promise<VerificationDto> {
  requirePermission(ctx, "ledger:read");
  const { programId } = ctx;
  const tx = ctx.tx ?? db();
  const row = await tx.verification.findUnique({
    where: { programId_verificationId: { programId, verificationId } },
  });
  if (row === null) throw new NotFound("verification");
  const [dto] = await toVerificationDtos(tx, programId, [row]);
  return present(dto, "one row gives one verification");
}

function position(cursor: string): string {
  const [id] = decodeCursor(cursor);
  if (typeof id === "string" && isUuid(id)) return id;
  throw new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
