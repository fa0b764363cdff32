import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { canonicalJson } from "@/lib/core/hash";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { asJson, readPurposes } from "./purposes";
import { type PurposeDto, type PurposesInput, purposesInput } from "./schema";

/**
 * Sets what members are asked to agree to; all of it. Another wording is another version: what was agreed to before
 * was the one before, and the history says so.
 * @throws Forbidden; ZodError
 */
export async function setPurposes(ctx: Ctx, input: PurposesInput): Promise<readonly PurposeDto[]> {
  const purposes = purposesInput.parse(input);
  return write(ctx, { permission: "program:manage", request: purposes }, async (tx) => {
    const { programId } = ctx;
    const stored = await tx.consentPurpose.findMany({
      where: { programId },
      orderBy: [{ code: "asc" }, { version: "desc" }],
      distinct: ["code"],
    });
    const known = new Map(stored.map((row) => [row.code, row]));
    const createdAt = ctx.clock.now();
    const changes = purposes.flatMap(({ code, texts }, position) => {
      const before = known.get(code);
      const isSame =
        before !== undefined &&
        !before.retired &&
        before.position === position &&
        canonicalJson(before.texts) === canonicalJson(texts);
      if (isSame) return [];
      return [{ code, version: (before?.version ?? 0) + 1, position, texts: asJson(texts), retired: false }];
    });
    const retired = stored.flatMap((row) =>
      row.retired || purposes.some(({ code }) => code === row.code)
        ? []
        : [
            {
              code: row.code,
              version: row.version + 1,
              position: row.position,
              texts: row.texts ?? {},
              retired: true,
            },
          ],
    );
    const rows = [...changes, ...retired].map((row) => ({ ...row, programId, createdAt }));
    await tx.consentPurpose.createMany({ data: rows });
    if (rows.length > 0) {
      await recordAudit(tx, ctx, {
        action: "program.consents_changed",
        target: toTypeId("prog", programId),
        detail: { purposes: rows.map(({ code, version }) => `${code} ${version}`) },
      });
    }
    return readPurposes(programId, tx);
  });
}
