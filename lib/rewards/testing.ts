import { Readable } from "node:stream";
import type { Ctx } from "@/lib/auth/context";
import { fromTypeId } from "@/lib/core/ids";
import { createReward } from "./create-reward";
import { createPool } from "./pools/create-pool";
import { readUpload } from "./pools/pool-queries";
import { readCodes } from "./pools/read-codes";
import { uploadCodes } from "./pools/upload-codes";
import { publishReward } from "./publish-reward";
import type { NewReward } from "./reward-content";

/** Makes a pool with these codes. @returns its UUID */
export async function makePool(
  ctx: Ctx,
  codes: readonly string[],
  lowAt: number | null = null,
): Promise<string> {
  const { id } = await createPool(ctx, { name: "Ten off", lowAt });
  const poolId = uuidOf("cpool", id);
  if (codes.length > 0) await putCodes(ctx, poolId, `${codes.join("\n")}\n`);
  return poolId;
}

/** Uploads a file and reads it to its end. */
export async function putCodes(ctx: Ctx, poolId: string, text: string) {
  const { id } = await uploadCodes(ctx, poolId, {
    fileName: "codes.txt",
    content: Readable.from([Buffer.from(text)]),
  });
  const uploadId = uuidOf("upl", id);
  const only = { programId: ctx.programId, uploadId };
  let dto = await readUpload(ctx, uploadId);
  while (dto.state === "reading") {
    await readCodes({ clock: ctx.clock, only });
    dto = await readUpload(ctx, uploadId);
  }
  return { ...dto, uploadId };
}

/** Makes a reward for 100 points that members can redeem. @returns its UUID */
export async function makeReward(ctx: Ctx, content: Partial<NewReward> = {}): Promise<string> {
  const { id } = await createReward(ctx, {
    kind: "generated_voucher",
    name: "A coffee",
    prices: [{ points: 100 }],
    ...content,
  });
  const rewardId = uuidOf("rwd", id);
  await publishReward(ctx, rewardId);
  return rewardId;
}

function uuidOf(prefix: "cpool" | "upl" | "rwd", id: string): string {
  const uuid = fromTypeId(prefix, id);
  if (uuid === null) throw new Error(`${id} is no ${prefix}`);
  return uuid;
}
