/** A rule about what the text of a source file may hold. */
interface SourceRule {
  name: string;
  pattern: RegExp;
  /** Files that the rule is about, by path from the root. */
  applies(path: string): boolean;
}

const isTest = (path: string) =>
  /\.test\.tsx?$/.test(path) || /\/testing\.ts$/.test(path) || path.startsWith("lib/testing/");

const MAKING_NAMES = new Set([
  "lib/db/insert-rows-sql.ts",
  "lib/privacy/subject-sql.ts",
  "lib/campaigns/reach/audience-sql.ts",
  "lib/flows/run-simulation/snapshot-sql.ts",
]);

const SOURCE_RULES: SourceRule[] = [
  {
    // One reader, so that every setting is named, typed and checked in one place.
    name: "environment",
    pattern: /\bprocess\.env\b/,
    applies: (path) => /^(app|components|lib)\//.test(path) && path !== "lib/config/env.ts" && !isTest(path),
  },
  {
    // SQL text stands where it can be reviewed together; running a statement made there is fine anywhere.
    name: "raw-sql",
    pattern: /\$(queryRaw|executeRaw)(<[^`(]*>)?`|\bPrisma\.sql`/,
    applies: (path) =>
      /^(app|components|lib)\//.test(path) &&
      !/(^|[/-])sql\.ts$/.test(path) &&
      !["lib/db/tx.ts", "lib/db/brief-tx.ts"].includes(path) &&
      !isTest(path),
  },
  {
    // Values belong in parameters; the unsafe variants take text. Names of tables and columns cannot be parameters:
    // the one place that writes rows takes them from the code that calls it, another from the map of personal data, a
    // third numbers tables of its own, and the last asks for a snapshot by the name that the database gave it.
    name: "unsafe-sql",
    pattern: /\$(queryRaw|executeRaw)Unsafe|\bPrisma\.raw\(/,
    applies: (path) =>
      /^(app|components|lib|prisma|scripts)\//.test(path) && !MAKING_NAMES.has(path) && !isTest(path),
  },
  {
    // Domain code takes the time from its context, so that every rule can be evaluated as of any instant.
    name: "wall-clock",
    pattern: /\bnew Date\(\)|\bDate\.now\(\)/,
    applies: (path) => /^lib\/(?!(core|config|db|auth|api)\/)/.test(path) && !isTest(path),
  },
];

export const SOURCE_RULE_NAMES = SOURCE_RULES.map(({ name }) => name);

/** Names of the rules that a file breaks. Comments do not count. */
export function brokenSourceRules(path: string, text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  return SOURCE_RULES.filter((rule) => rule.applies(path) && rule.pattern.test(code)).map(({ name }) => name);
}
