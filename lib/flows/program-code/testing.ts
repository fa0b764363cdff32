import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import type { Ctx } from "@/lib/auth/context";
import { present } from "@/lib/core/assert";
import { fromTypeId, type IdPrefix } from "@/lib/core/ids";
import { uploadImage } from "@/lib/images";
import { addSupplier, setPartnerEndpoint } from "@/lib/partners";
import { createPool, createReward, publishReward } from "@/lib/rewards";

/** Gives the tests of a file a folder of their own for what is stored. @returns what removes it */
export function keepFilesApart(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "tessera-program-code-"));
  process.env.TESSERA_DATA_DIR = folder;
  return () => rm(folder, { recursive: true, force: true });
}

/** A partner with a pool, a draft of a mug with its picture, and a published ticket from the pool, which is empty. */
export async function stockCatalogue(ctx: Ctx): Promise<void> {
  const { partnerId } = await addSupplier(ctx, { key: "alpine-roasters", name: "Alpine Roasters" });
  await setPartnerEndpoint(ctx, partnerId, { orderUrl: "https://orders.alpine.example" });
  const pool = await createPool(ctx, { key: "cinema-codes", name: "Cinema", partnerId, lowAt: 20 });
  await createReward(ctx, {
    kind: "physical",
    name: "Mug",
    translations: { de: { name: "Becher" } },
    partnerId,
    category: "coffee",
    imageId: uuidOf("img", (await uploadImage(ctx, await picture())).id),
    prices: [{ points: 900 }, { tier: "gold", points: 700, amountMinor: 250 }],
    stock: 12,
    eligibility: { tiers: ["gold", "silver"] },
    startsAt: "2026-12-01T00:00:00+01:00",
    perMember: { count: 1, per: "year" },
  });
  const ticket = await createReward(ctx, {
    kind: "pool_voucher",
    name: "Cinema ticket",
    poolId: uuidOf("cpool", pool.id),
    partnerId,
    prices: [{ points: 500 }],
  });
  await publishReward(ctx, uuidOf("rwd", ticket.id), { evenIfEmpty: true });
}

async function picture(): Promise<Buffer> {
  return sharp({ create: { width: 32, height: 24, channels: 3, background: "#b43c28" } })
    .png()
    .toBuffer();
}

export function uuidOf(prefix: IdPrefix, id: string): string {
  return present(fromTypeId(prefix, id), `${id} is an id of ${prefix}`);
}
