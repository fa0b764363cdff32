import { expect, it } from "vitest";
import { memberMessage } from "@/lib/live/schema";
import { readArrival } from "./read-arrival";

const older = { id: "act_1", delta: 10, balance: 10, at: "2026-11-22T09:00:00.000Z", reason: "Bean beat" };
const newest = {
  id: "act_2",
  delta: -4,
  balance: 6,
  at: "2026-11-22T09:00:01.000Z",
  reason: "Filter coffee",
};

it("finds the newest movement in what the stream sends", () => {
  const message = memberMessage.parse({ items: [older, newest] });
  expect(readArrival(JSON.stringify(message))).toEqual(newest);
});

it.each([
  ["no movement", { items: [] }],
  ["no list", { count: 3 }],
  ["nothing", null],
  ["a balance in words", { items: [{ ...newest, balance: "6" }] }],
  ...Object.keys(newest).map((key): [string, unknown] => [
    `a movement without its ${key}`,
    { items: [{ ...newest, [key]: undefined }] },
  ]),
])("finds none in %s", (_name, message) => {
  expect(readArrival(JSON.stringify(message))).toBeNull();
});

it("finds none in a message that is cut short", () => {
  expect(readArrival('{"items":[')).toBeNull();
});
