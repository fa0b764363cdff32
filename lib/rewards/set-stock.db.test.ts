import { expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { makeOrganization, makeProgram } from "@/lib/testing/fixtures";
import { readReward } from "./queries";
import { setStock } from "./set-stock";
import { makeReward } from "./testing";

it("is set by the partner who supplies the reward, from what was really there", async () => {
  const { programId, ctx } = await makeProgram();
  const [partnerId, otherId] = [await makeOrganization(), await makeOrganization()];
  await db().programParticipant.createMany({
    data: [partnerId, otherId].map((organizationId) => ({
      programId,
      organizationId,
      role: "REWARD_PARTNER" as const,
    })),
  });
  const rewardId = await makeReward(ctx, { kind: "physical", name: "A mug", partnerId, stock: 3 });
  const uncounted = await makeReward(ctx, { partnerId });
  const asking = (organizationId: string) => {
    const actor: Actor = {
      kind: "partner",
      userId: newId(),
      organizationId,
      parts: ["REWARD_PARTNER"],
      name: "Pia",
    };
    return { ...ctx, actor };
  };
  const pia = asking(partnerId);
  expect(await setStock(pia, rewardId, { from: 3, to: 40 })).toEqual({ stock: 40 });
  expect((await readReward(ctx, rewardId)).stock).toBe(40);
  await expect(setStock(pia, rewardId, { from: 3, to: 50 })).rejects.toMatchObject({ code: "stock_moved" });
  await expect(setStock(pia, uncounted, { from: 0, to: 1 })).rejects.toMatchObject({ code: "not_counted" });
  await expect(setStock(asking(otherId), rewardId, { from: 40, to: 1 })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(setStock(pia, rewardId, { from: 40, to: -1 })).rejects.toThrow();
  expect((await readReward(ctx, rewardId)).stock).toBe(40);
});
