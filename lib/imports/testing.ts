import { Readable } from "node:stream";
import type { Ctx } from "@/lib/auth/context";
import { present } from "@/lib/core/assert";
import { fromTypeId } from "@/lib/core/ids";
import type { ImportMappingInput } from "./schema";
import type { ImportKey } from "./sql";
import { startImport } from "./start-import";
import { uploadImport } from "./upload-import";

/** A mapping for files with the columns basket, member, at, amount, qty and sku. */
export const TEST_MAPPING: ImportMappingInput = {
  columns: {
    basketId: "basket",
    memberId: "member",
    occurredAt: "at",
    amount: "amount",
    quantity: "qty",
    sku: "sku",
  },
  createMembers: true,
};

export const TEST_HEADER = "basket,member,at,amount,qty,sku";

/** Uploads a text as a file; returns the uuid of the import. */
export async function uploadText(ctx: Ctx, text: string | Buffer): Promise<string> {
  const { id } = await uploadImport(ctx, {
    fileName: "sales.csv",
    content: Readable.from([Buffer.from(text)]),
  });
  return present(fromTypeId("imp", id), "an import has an import's id");
}

export async function uploadAndStart(
  ctx: Ctx,
  text: string | Buffer,
  mapping: Partial<ImportMappingInput> = {},
): Promise<ImportKey> {
  const importId = await uploadText(ctx, text);
  await startImport(ctx, { importId, mapping: { ...TEST_MAPPING, ...mapping } });
  return { programId: ctx.programId, importId };
}
