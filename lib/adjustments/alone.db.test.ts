import { beforeEach, describe, expect, it } from "vitest";
import { createApiKey } from "@/lib/api-keys";
import type { Ctx } from "@/lib/auth/context";
import { type Clock, fixedClock } from "@/lib/core/clock";
import { fromTypeId } from "@/lib/core/ids";
import { setLedgerPolicy } from "@/lib/programs";
import { comingAgain } from "@/lib/testing/coming-again";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { makeUser, userCtx } from "@/lib/testing/people";
import { readWallet } from "@/lib/wallet";
import { approveAdjustment } from "./approve-adjustment";
import { readAloneStanding } from "./queries";
import { requestAdjustment } from "./request-adjustment";

const NOON = Date.parse("2026-11-20T12:00:00Z");
const HOUR = 3_600_000;
const at = (hours: number): Clock => fixedClock(new Date(NOON + hours * HOUR));

let program: TestProgram;
let asker: Ctx;
let amira: string;
let jonas: string;

beforeEach(async () => {
  program = await makeProgram({}, at(0));
  asker = ctxFor(program, { role: "owner", clock: at(0) });
  amira = (await makeMember(program.ctx)).memberId;
  jonas = (await makeMember(program.ctx)).memberId;
});

const adjust = async (points: number, memberId = amira, hours = 0, ctx = asker) => {
  const { state, before } = await requestAdjustment({ ...ctx, clock: at(hours) }, memberId, {
    points,
    reason: "Goodwill",
  });
  return [state, before.count, before.points];
};

describe("several adjustments of one person", () => {
  it("need a second one when they come to more than the threshold for one member in 24 hours", async () => {
    expect(await adjust(600)).toEqual(["posted", 0, 0]);
    expect(await adjust(-300)).toEqual(["posted", 0, 0]);
    expect(await adjust(101)).toEqual(["pending", 2, 900]);
    expect(await adjust(100)).toEqual(["posted", 0, 0]);
    expect(await adjust(1, amira, 23)).toEqual(["pending", 3, 1_000]);
    // Nobody else's count, nor another member's.
    expect(await adjust(1_000, jonas)).toEqual(["posted", 0, 0]);
    expect(await adjust(1_000, amira, 1, ctxFor(program, { role: "support" }))).toEqual(["posted", 0, 0]);
    expect(await adjust(1_000, amira, 24)).toEqual(["posted", 0, 0]);
  });

  it("need a second one when they come to more than that of a day for all members", async () => {
    await setLedgerPolicy(asker, { adjustments: { dailyAbove: 1_500 } });
    expect(await adjust(900)).toEqual(["posted", 0, 0]);
    expect(await adjust(700, jonas)).toEqual(["pending", 1, 900]);
    expect(await adjust(600, jonas)).toEqual(["posted", 0, 0]);
    expect(await readAloneStanding({ ...asker, clock: at(1) }, jonas)).toEqual({
      approvalAbove: 1_000,
      dailyAbove: 1_500,
      forMember: { count: 1, points: 600 },
      inAll: { count: 2, points: 1_500 },
    });
  });

  it("do not count once a second person has approved", async () => {
    const { adjustmentId } = await requestAdjustment(asker, amira, { points: 5_000, reason: "Goodwill" });
    await approveAdjustment(ctxFor(program, { role: "admin", clock: at(1) }), adjustmentId);
    expect(await adjust(1_000)).toEqual(["posted", 0, 0]);
  });

  it("count with those of the API keys that the person made", async () => {
    const user = await makeUser({ organizationId: program.organizationId });
    const owner = { ...userCtx(program, user, "owner"), clock: at(0) };
    const { apiKeyId } = await createApiKey(owner, { name: "Till", scopes: ["points:adjust"] });
    const key: Ctx = {
      ...owner,
      actor: {
        kind: "apiKey",
        apiKeyId: fromTypeId("key", apiKeyId) ?? "",
        name: "Till",
        scopes: ["points:adjust"],
      },
    };
    expect(await adjust(600, amira, 0, key)).toEqual(["posted", 0, 0]);
    expect(await adjust(600, amira, 0, owner)).toEqual(["pending", 1, 600]);
    expect(await adjust(500, amira, 0, key)).toEqual(["pending", 1, 600]);
  });

  it("are never overlooked when they come at the same time", async () => {
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        comingAgain(() => adjust(300, index % 2 === 0 ? amira : jonas)),
      ),
    );
    const sum = async (memberId: string) => (await readWallet(program.ctx, memberId)).available;
    expect([await sum(amira), await sum(jonas)]).toEqual([900, 900]);
  });
});

describe("a threshold", () => {
  it("that is raised counts a day later, and is in force again at once when it is lowered", async () => {
    const change = (approvalAbove: number | null, hours: number) =>
      setLedgerPolicy({ ...asker, clock: at(hours) }, { adjustments: { approvalAbove, dailyAbove: null } });
    await change(null, 0);
    expect(await adjust(1_001, amira, 1)).toEqual(["pending", 0, 0]);
    await change(500, 2);
    expect(await adjust(501, amira, 3)).toEqual(["pending", 0, 0]);
    await change(9_000, 4);
    // 28 hours on, what was set four hours after noon counts.
    expect(await adjust(501, amira, 27)).toEqual(["pending", 0, 0]);
    expect(await adjust(9_000, amira, 29)).toEqual(["posted", 0, 0]);
  });
});
