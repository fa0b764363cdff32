import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requireSelfOr } from "@/lib/auth/permissions";
import { decodeCursor, encodeCursor } from "@/lib/core/cursor";
import { Invalid } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { db, type Tx, withTx } from "@/lib/db";
import { readMember } from "@/lib/members";
import type { ExportFormat } from "@/lib/privacy";
import { asCsvArchive, asJson, type ExportBatch } from "./export-documents";
import { EXPORT_SECTIONS, type ExportRow } from "./sections";

const ROWS_AT_ONCE = 500;
const TIMEOUT_MS = 15 * 60_000;

/**
 * Everything that the program has of a member, as of one instant: as a JSON document, or as an archive with a CSV file
 * for each part. It is read and handed on piece by piece, however much there is, and noted in the audit log.
 * @param deliver takes the next piece, and waits until there is room for another
 * @throws Forbidden, NotFound; what `deliver` throws ends it
 */
export async function exportMember(
  ctx: Ctx,
  memberId: string,
  format: ExportFormat,
  deliver: (piece: Buffer) => Promise<void>,
): Promise<void> {
  await noteExport(ctx, memberId, format);
  await db().$transaction(
    async (tx) => {
      const now = ctx.clock.now();
      const head = { exportedAt: now.toISOString(), member: toTypeId("mem", memberId) };
      const batches = readAll(tx, ctx, memberId);
      const pieces = format === "json" ? asJson(head, batches) : asCsvArchive(batches, now);
      for await (const piece of pieces) await deliver(piece);
    },
    { isolationLevel: "RepeatableRead", timeout: TIMEOUT_MS, maxWait: 10_000 },
  );
}

/** @throws Forbidden, NotFound */
async function noteExport(ctx: Ctx, memberId: string, format: string): Promise<void> {
  requireSelfOr(ctx, memberId, "members:export");
  await readMember({ ...ctx, actor: { kind: "member", memberId } }, memberId);
  await withTx(ctx, (tx) =>
    recordAudit(tx, ctx, {
      action: "member.exported",
      target: toTypeId("mem", memberId),
      detail: { format },
    }),
  );
}

async function* readAll(tx: Tx, ctx: Ctx, memberId: string): AsyncGenerator<ExportBatch> {
  for (const { name, columns, read } of EXPORT_SECTIONS) {
    let at: string | null = null;
    do {
      const { rows, next } = await read(tx, ctx, memberId, { at, limit: ROWS_AT_ONCE });
      yield { section: name, columns, rows };
      at = next;
    } while (at !== null);
  }
}

/** A page of an export, for systems that collect it. */
export type ExportPage = { items: { section: string; data: ExportRow }[]; nextCursor: string | null };

/**
 * The same page by page. The first page is noted in the audit log. Parts follow one another in a fixed order; a page
 * holds rows of one part, and may be empty.
 * @throws Forbidden, NotFound; Invalid for a foreign cursor
 */
export async function readExportPage(
  ctx: Ctx,
  memberId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<ExportPage> {
  if (cursor === undefined) await noteExport(ctx, memberId, "pages");
  else requireSelfOr(ctx, memberId, "members:export");
  const place = cursor === undefined ? { index: 0, at: null } : placeOf(cursor);
  const section = EXPORT_SECTIONS[place.index];
  if (section === undefined) throw foreignCursor();
  const { rows, next } = await section.read(db(), ctx, memberId, { at: place.at, limit });
  const following = next === null ? { index: place.index + 1, at: null } : { index: place.index, at: next };
  return {
    items: rows.map((data) => ({ section: section.name, data })),
    nextCursor:
      following.index < EXPORT_SECTIONS.length ? encodeCursor([following.index, following.at ?? ""]) : null,
  };
}

function placeOf(cursor: string): { index: number; at: string | null } {
  const [index, at] = decodeCursor(cursor);
  if (typeof index !== "number" || !Number.isInteger(index) || typeof at !== "string") throw foreignCursor();
  return { index, at: at === "" ? null : at };
}

function foreignCursor(): Invalid {
  return new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
