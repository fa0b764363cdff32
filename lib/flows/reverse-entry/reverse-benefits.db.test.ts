import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { acceptEvents } from "@/lib/events";
import { readMember } from "@/lib/members";
import { makeMember, makeProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { readActivity } from "@/lib/wallet";
import { postSlice } from "../post-events/post-slice";
import { reverseEntry } from "./reverse-entry";

it("withdraws with a reversed purchase what it gave besides points", async () => {
  const program = await makeProgram({ lanes: 1 });
  const { ctx, programId } = program;
  await putInForce(programId, [
    {
      name: "Stamp card",
      trigger: { event: "purchase" },
      effects: [
        { kind: "fixed", points: 10 },
        { kind: "voucher", name: "Free coffee" },
        { kind: "progress", challenge: "Ten cups", goal: 10 },
        { kind: "tag", tag: "buyer" },
      ],
    },
  ]);
  const { memberId } = await makeMember(ctx, { externalId: "c-1" });
  await acceptEvents(ctx, [
    {
      type: "purchase",
      id: "a",
      member: { externalId: "c-1" },
      occurredAt: new Date().toISOString(),
      currency: "EUR",
      amountMinor: 1_000,
    },
  ]);
  await postSlice({ programId });
  const { eventId } = await db().event.findFirstOrThrow({ where: { programId } });
  expect(await readMember(ctx, memberId)).toMatchObject({ tags: ["buyer"] });
  await reverseEntry(ctx, eventId, { reason: "Wrong till" });
  expect(await db().voucher.findFirst({ where: { programId } })).toMatchObject({ state: "withdrawn" });
  expect(await db().challengeProgress.findFirst({ where: { programId } })).toMatchObject({ progress: 0n });
  expect(await readMember(ctx, memberId)).toMatchObject({ tags: [] });
  const { items } = await readActivity(ctx, memberId, { limit: 10 });
  expect(items[0]?.explanation.map(({ reason }) => reason)).toEqual([
    "What it had given.",
    "The tag “buyer” taken back with the goods.",
    "The progress in “Ten cups” taken back with the goods.",
    "The voucher “Free coffee” taken back with the goods.",
  ]);
});
