import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compressChunks } from "./compress-chunks";

describe("compressing what browsers load", () => {
  let dist: string;
  let chunks: string;

  beforeEach(async () => {
    dist = await mkdtemp(join(tmpdir(), "tessera-chunks-"));
    chunks = join(dist, "static", "chunks");
    await mkdir(join(chunks, "nested"), { recursive: true });
  });
  afterEach(() => rm(dist, { recursive: true }));

  it("puts a file beside each script and style sheet, and leaves the rest", async () => {
    const script = 'console.log("points");\n'.repeat(100);
    await writeFile(join(chunks, "nested", "a.js"), script);
    await writeFile(join(chunks, "b.css"), "a { color: red }");
    await writeFile(join(chunks, "b.css.map"), "{}");

    await compressChunks(dist);

    expect((await readdir(chunks)).sort()).toEqual(["b.css", "b.css.br", "b.css.map", "nested"]);
    const compressed = await readFile(join(chunks, "nested", "a.js.br"));
    expect(brotliDecompressSync(compressed).toString()).toBe(script);
    expect(compressed.length).toBeLessThan(script.length / 10);
  });
});
