import { expect, it } from "vitest";
import { resultInWords } from "./add-members-dialog";
import { keysIn } from "./keys-in";

it("reads the first column of what is pasted, each member once", () => {
  expect(keysIn('amira@example.com\r\n\n c-1 ;Amira\n"c-2",x\nc-1\tagain\n"a ""b"""\n+49 170 123')).toEqual([
    "amira@example.com",
    "c-1",
    "c-2",
    'a "b"',
    "+49 170 123",
  ]);
  expect(keysIn(" \n ")).toEqual([]);
});

it("says what became of them", () => {
  expect(resultInWords({ changed: 2, unchanged: 1, unknown: ["x"] })).toBe(
    "2 added, 1 were on it already. Unknown: x",
  );
  const unknown = ["a", "b", "c", "d", "e", "f", "g"];
  expect(resultInWords({ changed: 0, unchanged: 0, unknown })).toBe(
    "0 added. Unknown: a, b, c, d, e and 2 more",
  );
});
