import { describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/auth/context";
import { updateMember } from "@/lib/members";
import { ctxFor, makeMember, makeProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { createTier } from "./create-tier";
import { orderTiers } from "./order-tiers";
import { listTiers } from "./queries";
import { removeTier as removeUnlessNamed } from "./remove-tier";
import { renameTier } from "./rename-tier";

async function withTiers(...codes: string[]) {
  const program = await makeProgram();
  for (const code of codes) await createTier(program.ctx, { code, name: code });
  return program;
}
const removeTier = (ctx: Ctx, code: string) => removeUnlessNamed(ctx, code, async () => null);
const codesOf = async (program: Awaited<ReturnType<typeof makeProgram>>) =>
  (await listTiers(program.ctx)).map(({ code, rank }) => `${rank} ${code}`);

describe("tiers", () => {
  it("are added above the others, renamed, put in order and counted", async () => {
    const program = await withTiers("bronze", "gold", "silver");
    await orderTiers(program.ctx, { codes: ["bronze", "silver", "gold"] });
    await renameTier(program.ctx, "gold", { name: "Golden friends" });
    await makeMember(program.ctx, { tier: "gold" });
    expect(await codesOf(program)).toEqual(["1 bronze", "2 silver", "3 gold"]);
    expect((await listTiers(program.ctx)).at(-1)).toEqual({
      code: "gold",
      name: "Golden friends",
      rank: 3,
      members: 1,
    });
    await expect(createTier(program.ctx, { code: "gold", name: "G" })).rejects.toMatchObject({
      code: "tier_exists",
    });
    await expect(orderTiers(program.ctx, { codes: ["gold"] })).rejects.toMatchObject({
      code: "tiers_changed",
    });
  });

  it("are removed when nobody has them and no running campaign names them", async () => {
    const program = await withTiers("bronze", "silver", "gold");
    const { memberId } = await makeMember(program.ctx, { tier: "bronze" });
    await putInForce(program.programId, [
      {
        name: "Golden hour",
        trigger: { event: "purchase" },
        audience: { match: "all", tests: [{ attribute: "tier", test: { op: "in", value: ["Gold"] } }] },
        effects: [{ kind: "fixed", points: 10 }],
      },
    ]);
    await expect(removeTier(program.ctx, "bronze")).rejects.toMatchObject({ code: "tier_in_use" });
    await expect(removeTier(program.ctx, "gold")).rejects.toMatchObject({
      code: "tier_in_use",
      publicMessage: expect.stringContaining("Golden hour"),
    });
    await updateMember(program.ctx, memberId, { tier: null });
    await removeTier(program.ctx, "bronze");
    expect(await codesOf(program)).toEqual(["1 silver", "2 gold"]);
    await expect(removeTier(program.ctx, "bronze")).rejects.toMatchObject({ code: "not_found" });
  });

  it("are for those who run the program", async () => {
    const program = await withTiers("gold");
    const marketer = ctxFor(program, { role: "marketer" });
    expect(await listTiers(marketer)).toHaveLength(1);
    await expect(createTier(marketer, { code: "x", name: "X" })).rejects.toMatchObject({ code: "forbidden" });
  });
});
