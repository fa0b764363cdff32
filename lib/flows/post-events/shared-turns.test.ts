import { expect, test } from "vitest";
import { SharedTurns } from "./shared-turns";

/** Turns whose work ends when the test says so. */
function heldTurns() {
  const groups: number[][] = [];
  const ends: (() => void)[] = [];
  const turns = new SharedTurns<number, string>(async (items) => {
    groups.push([...items]);
    await new Promise<void>((end) => ends.push(end));
    return items.join("+");
  });
  return { turns, groups, endNext: () => ends.shift()?.() };
}

test("the first begins at once, those who come meanwhile share the turn that follows", async () => {
  const { turns, groups, endNext } = heldTurns();
  const results = [turns.join("a", 1), turns.join("a", 2), turns.join("a", 3)];
  expect(groups).toEqual([[1]]);
  endNext();
  expect(await results[0]).toBe("1");
  await expect.poll(() => groups).toEqual([[1], [2, 3]]);
  endNext();
  expect(await Promise.all(results)).toEqual(["1", "2+3", "2+3"]);
});

test("others with another key wait for nobody", async () => {
  const { turns, groups } = heldTurns();
  void turns.join("a", 1);
  void turns.join("b", 2);
  expect(groups).toEqual([[1], [2]]);
});

test("a turn that fails is the failure of its group alone", async () => {
  const turns = new SharedTurns<number, number>(async ([item]) => {
    if (item === 1) throw new Error("one");
    return item;
  });
  const [first, second] = [turns.join("a", 1), turns.join("a", 2)];
  await expect(first).rejects.toThrow("one");
  expect(await second).toBe(2);
  expect(await turns.join("a", 3)).toBe(3);
});
