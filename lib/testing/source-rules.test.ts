import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { brokenSourceRules, SOURCE_RULE_NAMES } from "./source-rules";

const VIOLATIONS: [rule: string, path: string, code: string][] = [
  ["environment", "lib/wallet/grant.ts", "const port = process.env.PORT;"],
  ["raw-sql", "lib/wallet/grant.ts", "await tx.$queryRaw`select 1`;"],
  ["unsafe-sql", "lib/wallet/sql.ts", "await tx.$queryRawUnsafe(text);"],
  ["wall-clock", "lib/wallet/grant.ts", "const now = new Date();"],
];

async function sources(): Promise<string[]> {
  const roots = ["app", "components", "lib", "prisma", "scripts"];
  const entries = await Promise.all(
    roots.map((root) => readdir(root, { recursive: true, withFileTypes: true })),
  );
  return entries
    .flat()
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join("lib", "db", "generated")));
}

describe("source rules", () => {
  it.each(VIOLATIONS)("%s refuses what it is there for", (rule, path, code) => {
    expect(brokenSourceRules(path, code)).toContain(rule);
  });

  it("each have code here that breaks them", () => {
    expect(VIOLATIONS.map(([rule]) => rule)).toEqual(SOURCE_RULE_NAMES);
  });

  it("leave comments and the places made for it alone", () => {
    expect(brokenSourceRules("lib/wallet/grant.ts", "// not process.env\n/* nor new Date() */")).toEqual([]);
    expect(brokenSourceRules("lib/wallet/sql.ts", "await tx.$queryRaw`select 1`;")).toEqual([]);
    expect(brokenSourceRules("lib/config/env.ts", "schema.parse(process.env)")).toEqual([]);
  });

  it("hold in every file", async () => {
    const broken: string[] = [];
    for (const path of await sources()) {
      for (const rule of brokenSourceRules(path, await readFile(path, "utf8")))
        broken.push(`${path}: ${rule}`);
    }
    expect(broken).toEqual([]);
  });
});
