import { beforeEach, describe, expect, it } from "vitest";
import type { MemberDto } from "@/lib/members";
import { updateMember } from "@/lib/members";
import { answerInvitation, createPool, inviteToPool } from "@/lib/pools";
import { makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { givePoints } from "@/lib/testing/give-points";
import { setLedgerPolicy } from "@/lib/testing/ledger-policy";
import { setTransferBar } from "@/lib/transfers";
import { readWallet } from "@/lib/wallet";
import { contributeNow, payOutNow } from ".";

let program: TestProgram;
let amira: MemberDto;
let jonas: MemberDto;
let poolId: string;

beforeEach(async () => {
  program = await makeProgram();
  amira = await makeMember(program.ctx);
  jonas = await makeMember(program.ctx);
  await setLedgerPolicy(program.programId, { pools: { enabled: true } });
  for (const { memberId } of [amira, jonas]) await givePoints(program.ctx, memberId, 100);
  ({ poolId } = await createPool(program.ctx, amira.memberId, { kind: "team", name: "Choir" }));
  await inviteToPool(program.ctx, poolId, { member: { id: jonas.memberId }, monthlyLimit: null });
});

const join = () => answerInvitation(program.ctx, poolId, { memberId: jonas.memberId, accepts: true });
const give = ({ memberId }: MemberDto) => contributeNow(program.ctx, poolId, { memberId, points: 10 });
const pay = ({ memberId }: MemberDto) => payOutNow(program.ctx, poolId, { memberId, points: 5 });
const block = ({ memberId }: MemberDto) => updateMember(program.ctx, memberId, { status: "blocked" });
const bar = ({ memberId }: MemberDto, what: { sending: boolean; receiving: boolean }) =>
  setTransferBar(program.ctx, memberId, { ...what, reason: "Under review" });
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "ok",
    (error: { code?: string }) => error.code ?? String(error),
  );

describe("who is in a pool", () => {
  it("neither joins, gives nor gets anything while they are blocked", async () => {
    await block(jonas);
    expect(await codeOf(join())).toBe("member_not_active");
    await updateMember(program.ctx, jonas.memberId, { status: "active" });
    await join();
    await give(jonas);
    await block(jonas);
    expect([await codeOf(give(jonas)), await codeOf(pay(jonas))]).toEqual([
      "member_not_active",
      "recipient_unavailable",
    ]);
    expect((await readWallet(program.ctx, jonas.memberId)).available).toBe(90);
  });

  it("does not get around being barred from sending or receiving points by way of it", async () => {
    await join();
    await bar(amira, { sending: true, receiving: false });
    await bar(jonas, { sending: false, receiving: true });
    expect([await codeOf(give(amira)), await codeOf(give(jonas))]).toEqual(["sending_barred", "ok"]);
    expect([await codeOf(pay(jonas)), await codeOf(pay(amira))]).toEqual(["recipient_unavailable", "ok"]);
  });
});
