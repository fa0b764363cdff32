import { expect, it } from "vitest";
import { firstNameOf, partOfDay } from "./greeting";

it.each([
  ["2026-11-22T04:59:00Z", "morning"],
  ["2026-11-22T03:59:00Z", "night"],
  ["2026-11-22T11:00:00Z", "afternoon"],
  ["2026-11-22T17:00:00Z", "evening"],
])("greets by the clock on the program's wall: %s in Berlin", (instant, part) => {
  expect(partOfDay(new Date(instant), "Europe/Berlin")).toBe(part);
});

it("calls members by their first name", () => {
  expect(firstNameOf(" Amira  Haddad ")).toBe("Amira");
});
