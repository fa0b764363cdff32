import { expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { uuidFloor } from "./uuid-time";

it("sorts before every id made later and after every id made before", () => {
  const before = newId();
  const now = Date.now();
  expect(uuidFloor(new Date(now + 1)) > before).toBe(true);
  expect(uuidFloor(new Date(now)) < newId()).toBe(true);
  expect(uuidFloor(new Date(0))).toBe("00000000-0000-7000-8000-000000000000");
});
