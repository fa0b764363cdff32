import { expect, it } from "vitest";
import { greeting } from "./greeting";

it.each([
  ["2026-11-22T04:59:00Z", "Good morning, Amira"],
  ["2026-11-22T03:59:00Z", "Hello, Amira"],
  ["2026-11-22T11:00:00Z", "Good afternoon, Amira"],
  ["2026-11-22T17:00:00Z", "Good evening, Amira"],
])("greets by the clock on the program's wall: %s in Berlin", (instant, words) => {
  expect(greeting("Amira Haddad", new Date(instant), "Europe/Berlin")).toBe(words);
});
