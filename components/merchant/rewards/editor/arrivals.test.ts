import { expect, it } from "vitest";
import { Arrivals } from "./arrivals";

/** Something on its way, and what lets it come. */
function travelling() {
  let land: (came: boolean) => void = () => undefined;
  const arrival = new Promise<boolean>((resolve) => {
    land = resolve;
  });
  return { arrival, land };
}

it("has nothing to wait for where nothing is under way", async () => {
  expect(await new Arrivals().settled()).toBe(true);
});

it("waits for what is under way, and for what sets off meanwhile", async () => {
  const arrivals = new Arrivals();
  const [first, second] = [travelling(), travelling()];
  const log: string[] = [];
  arrivals.expect(first.arrival);
  const settled = arrivals.settled().then((all) => log.push(`all came: ${all}`));
  arrivals.expect(second.arrival);
  first.land(true);
  await new Promise(setImmediate);
  log.push("the first came");
  second.land(true);
  await settled;
  expect(log).toEqual(["the first came", "all came: true"]);
});

it("says when something did not come, once", async () => {
  const arrivals = new Arrivals();
  arrivals.expect(Promise.resolve(true));
  arrivals.expect(Promise.resolve(false));
  expect(await arrivals.settled()).toBe(false);
  expect(await arrivals.settled()).toBe(true);
});
