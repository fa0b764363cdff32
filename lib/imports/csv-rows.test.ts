import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CsvFile, type CsvPosition, type CsvRow, START_OF_FILE } from "./csv-rows";
import { FileNotHere, UnreadableFile } from "./errors";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tessera-csv-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let files = 0;
async function rowsOf(bytes: Buffer, gzip = false, from: CsvPosition = START_OF_FILE): Promise<CsvRow[]> {
  const path = join(folder, `${files++}.csv`);
  await writeFile(path, gzip ? gzipSync(bytes) : bytes);
  return readAll(openFile(path, gzip, from));
}

async function readAll(file: CsvFile): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const row of file.rows()) rows.push(row);
  return rows;
}

function openFile(path: string, gzip: boolean, from = START_OF_FILE): CsvFile {
  return new CsvFile(path, { delimiter: ",", encoding: "utf-8", gzip }, from);
}

const EXAMPLES = {
  unix: 'id,name\n1,Café\n\n2,"two\nlines"\n3,"a ""quoted"" word"\n4,last',
  windows: '\uFEFFid,name\r\n1,Café\r\n\r\n2,"two\r\nlines"\r\n3,"a ""quoted"" word"\r\n4,last\r\n',
};

describe.each(Object.entries(EXAMPLES))("a file with %s line ends", (_kind, text) => {
  const bytes = Buffer.from(text);

  it("numbers each record by the line on which it begins", async () => {
    const rows = await rowsOf(bytes);
    expect(rows.map(({ lineNo, fields }) => [lineNo, fields[0]])).toEqual([
      [1, "id"],
      [2, "1"],
      [4, "2"],
      [6, "3"],
      [7, "4"],
    ]);
    expect(rows[1]?.content).toBe("1,Café");
  });

  it.each([false, true])("reads on from any record to the same end (gzip: %s)", async (gzip) => {
    const whole = await rowsOf(bytes, gzip);
    for (const [index, { next }] of whole.entries()) {
      expect(await rowsOf(bytes, gzip, next)).toEqual(whole.slice(index + 1));
    }
  });
});

describe("a damaged file", () => {
  it("names the place of a quote that never closes", async () => {
    await expect(rowsOf(Buffer.from('a,b\n1,"2\n3,4\n'))).rejects.toThrow(/quoted field .* never ends/);
  });

  it("says when a compressed file is cut short", async () => {
    const path = join(folder, "short.csv.gz");
    const whole = gzipSync(Buffer.from("a,b\n1,2\n"));
    await writeFile(path, whole.subarray(0, whole.length - 12));
    await expect(readAll(openFile(path, true))).rejects.toThrow(UnreadableFile);
  });

  it("says when the file is gone", async () => {
    await expect(readAll(openFile(join(folder, "none.csv"), false))).rejects.toThrow(FileNotHere);
  });
});
