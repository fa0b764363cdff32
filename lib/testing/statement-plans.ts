import { Client, type QueryConfig } from "pg";
import { z } from "zod";

/** A statement as it went to the database. */
export type Statement = { text: string; values: unknown[] };

/** Every statement that `work` sends, by whichever road. */
export async function recordStatements(work: () => Promise<unknown>): Promise<Statement[]> {
  const recorded: Statement[] = [];
  const original = Client.prototype.query;
  const recording = function (this: Client, ...args: unknown[]) {
    const [config] = args;
    if (isQuery(config)) recorded.push({ text: config.text, values: config.values ?? [] });
    return Reflect.apply(original, this, args);
  };
  Client.prototype.query = recording as typeof original;
  try {
    await work();
  } finally {
    Client.prototype.query = original;
  }
  return recorded;
}

function isQuery(config: unknown): config is QueryConfig {
  return typeof config === "object" && config !== null && "text" in config && typeof config.text === "string";
}

const node: z.ZodType<PlanNode> = z.lazy(() =>
  z.object({
    "Node Type": z.string(),
    "Relation Name": z.string().optional(),
    Plans: z.array(node).optional(),
  }),
);
type PlanNode = {
  "Node Type": string;
  "Relation Name"?: string | undefined;
  Plans?: PlanNode[] | undefined;
};
const explained = z.tuple([z.object({ "QUERY PLAN": z.tuple([z.object({ Plan: node })]) })]);

/** Plain reads and writes: what can be explained. */
const EXPLAINABLE = /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b/i;

/**
 * The tables that the statements would read from end to end, each with the statement that would. They are planned as
 * they would be on a connection of their own, without anything set for the transaction that they came in.
 */
export async function fullScans(client: Client, statements: readonly Statement[]): Promise<string[]> {
  const found = new Set<string>();
  for (const { text, values } of statements) {
    if (!EXPLAINABLE.test(text)) continue;
    const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${text}`, values);
    const [{ "QUERY PLAN": plans }] = explained.parse(rows);
    for (const table of scannedWhole(plans[0].Plan)) {
      found.add(`${table}: ${text.replace(/\s+/g, " ").trim().slice(0, 100)}`);
    }
  }
  return [...found];
}

function scannedWhole({ Plans = [], ...plan }: PlanNode): string[] {
  const own = plan["Node Type"] === "Seq Scan" ? [plan["Relation Name"] ?? "?"] : [];
  return [...own, ...Plans.flatMap(scannedWhole)];
}
