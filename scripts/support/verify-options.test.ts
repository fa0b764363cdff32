import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readVerifyOptions } from "./verify-options";

const head = {
  program: "prog_01h455vb4pex5vsknk084sn02q",
  lane: 0,
  block: 3,
  hash: "ab".repeat(32),
  at: "2026-11-22T10:00:00.000Z",
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "heads-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function fileWith(text: string): Promise<string> {
  const file = join(folder, `${text.length}.json`);
  await writeFile(file, text);
  return file;
}

test("reads slugs and kept heads", async () => {
  const file = await fileWith(JSON.stringify([head]));
  expect(await readVerifyOptions(["--against", file, "one", "two"])).toEqual({
    slugs: ["one", "two"],
    heads: false,
    against: [head],
  });
  expect(await readVerifyOptions(["--heads"])).toEqual({ slugs: [], heads: true, against: [] });
  expect(await readVerifyOptions(["-h"])).toBeNull();
});

test("says in a sentence what cannot be read", async () => {
  await expect(readVerifyOptions(["--against", "/no/such/file"])).rejects.toThrow("cannot be read");
  await expect(readVerifyOptions(["--against", await fileWith("{}")])).rejects.toThrow("not a list of heads");
  await expect(readVerifyOptions(["--against", await fileWith("{")])).rejects.toThrow("not a list of heads");
  await expect(readVerifyOptions(["--heads", "--against", "x"])).rejects.toThrow("do not go together");
  await expect(readVerifyOptions(["--nonsense"])).rejects.toThrow();
});
