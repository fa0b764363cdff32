import { expect, test } from "vitest";
import { maskedName } from "./masked-name";

test.each([
  ["Amira Haddad", "A••• H."],
  ["Amira El Haddad", "A••• H."],
  ["  prince ", "P•••"],
  ["Żółć Łódź", "Ż••• Ł."],
  ["हिन्दी नाम", "हि••• ना."],
])("%s is shown as %s", (name, shown) => {
  expect(maskedName(name)).toBe(shown);
});
