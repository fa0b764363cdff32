import { expect, it } from "vitest";
import { cardNumberGroups } from "./card-number-groups";

it("groups the digits by four after the prefix", () => {
  expect(cardNumberGroups("BC4410772903")).toBe("BC 4410 7729 03");
  expect(cardNumberGroups("4410772903")).toBe("4410 7729 03");
});
