"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import { typeId } from "@/lib/core/schema";
import { dissolveNow } from "@/lib/flows/pass-points";
import { handOverPool, previewDissolution, removeFromPool } from "@/lib/pools";

const pool = z.object({ pool: typeId("pool") });

export const lookAtDissolution = merchantAction(pool, "points:send", async (ctx, { pool }) => {
  const { points, shares } = await previewDissolution(ctx, pool);
  return { points, shares: shares.map(({ name, points }) => ({ name, points })) };
});

export const dissolve = merchantAction(pool, "points:send", async (ctx, { pool }) => {
  const { points } = await dissolveNow(ctx, pool);
  return { points };
});

export const handOver = merchantAction(
  pool.extend({ member: typeId("mem") }),
  "points:send",
  async (ctx, { pool, member }) => {
    await handOverPool(ctx, pool, { memberId: member });
    return {};
  },
);

export const removeMember = merchantAction(
  pool.extend({ member: typeId("mem") }),
  "points:send",
  async (ctx, { pool, member }) => {
    await removeFromPool(ctx, pool, member);
    return {};
  },
);
