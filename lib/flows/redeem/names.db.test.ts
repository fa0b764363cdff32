import { expect, it } from "vitest";
import { listVouchers } from "@/lib/benefits";
import { nameInLanguage } from "@/lib/redemptions";
import { listHolds, readActivity, readAnnounced } from "@/lib/wallet";
import { cancelRedemption, redeem } from ".";
import { BERLIN, makeParcel, makeReward, makeShopper, wish } from "./testing";

it("calls a reward by its name in the member's language wherever it is read", async () => {
  const { program, ctx, memberId, asMember } = await makeShopper();
  const coffee = await makeReward(program, { translations: { de: { name: "Ein Kaffee" } } });
  const parcel = await makeParcel(program, { translations: { de: { name: "Ein Kilo Bohnen" } } });
  const plain = await makeReward(program, { name: "Tea", translations: { fr: { name: "Thé" } } });
  await redeem(asMember, memberId, wish(coffee));
  await redeem(asMember, memberId, wish(plain));
  const order = await redeem(asMember, memberId, wish(parcel, { delivery: BERLIN }));
  const holds = await listHolds(asMember, memberId, { state: "open", limit: 5 });
  const setAside = holds.items.map((hold) => ({ ...hold, name: hold.reason }));
  const namesIn = async (things: Parameters<typeof nameInLanguage>[1], locale: string) =>
    (await nameInLanguage(asMember, things, locale)).map(({ name }) => name);
  expect(await namesIn(setAside, "de-DE")).toEqual(["Ein Kilo Bohnen"]);
  await cancelRedemption(asMember, order.redemptionId);
  const { items: vouchers } = await listVouchers(asMember, memberId, { limit: 5 });
  expect((await namesIn(vouchers, "de")).sort()).toEqual(["Ein Kaffee", "Tea"]);
  expect((await namesIn(vouchers, "en")).sort()).toEqual(["Free coffee", "Tea"]);

  const linesIn = async (reader: typeof ctx, locale: string) => {
    const { items } = await readActivity(reader, memberId, { limit: 4, locale });
    return items.map(({ reason }) => reason);
  };
  expect(await linesIn(asMember, "de")).toEqual([
    "Nicht mehr vorgemerkt · 100 Punkte für Ein Kilo Bohnen",
    "Vorgemerkt · 100 Punkte für Ein Kilo Bohnen",
    "Eingelöst: Tea · 100 Punkte",
    "Eingelöst: Ein Kaffee · 100 Punkte",
  ]);
  expect((await linesIn(ctx, "de"))[3]).toBe("Redeemed: Free coffee · 100 points");
  const { items } = await readActivity(ctx, memberId, { limit: 4 });
  const spent = items[3]?.causeId ?? "";
  const announced = await readAnnounced(program.programId, [spent], "de");
  expect(announced.get(spent)?.reason).toBe("Eingelöst: Ein Kaffee · 100 Punkte");
});
