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
    "Index Name": z.string().optional(),
    "Index Cond": z.string().optional(),
    Plans: z.array(node).optional(),
  }),
);
type PlanNode = {
  "Node Type": string;
  "Relation Name"?: string | undefined;
  "Index Name"?: string | undefined;
  "Index Cond"?: string | undefined;
  Plans?: PlanNode[] | undefined;
};
const explained = z.tuple([z.object({ "QUERY PLAN": z.tuple([z.object({ Plan: node })]) })]);

/** Plain reads and writes: what can be explained. */
const EXPLAINABLE = /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b/i;

/**
 * The tables that the statements would read from end to end, each with the statement that would. So are the indexes
 * with a leading column that the statement does not name: the database goes through all values that it has. They are planned as
 * they would be on a connection of their own, without anything set for the transaction that they came in.
 */
export async function fullScans(client: Client, statements: readonly Statement[]): Promise<string[]> {
  const found = new Set<string>();
  const indexes = await columnsOfIndexes(client);
  for (const { text, values } of statements) {
    if (!EXPLAINABLE.test(text)) continue;
    const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${text}`, values);
    const [{ "QUERY PLAN": plans }] = explained.parse(rows);
    for (const table of scannedWhole(plans[0].Plan, indexes)) {
      found.add(`${table}: ${text.replace(/\s+/g, " ").trim().slice(0, 100)}`);
    }
  }
  return [...found];
}

function scannedWhole({ Plans = [], ...plan }: PlanNode, indexes: ReadonlyMap<string, string[]>): string[] {
  const isWhole = plan["Node Type"] === "Seq Scan" || skipsColumn(plan, indexes);
  const own = isWhole ? [plan["Relation Name"] ?? plan["Index Name"] ?? "?"] : [];
  return [...own, ...Plans.flatMap((child) => scannedWhole(child, indexes))];
}

/** Whether a column is compared that comes after one that is not. */
function skipsColumn(
  { "Index Name": index, "Index Cond": condition = "" }: PlanNode,
  indexes: ReadonlyMap<string, string[]>,
): boolean {
  const columns = indexes.get(index ?? "") ?? [];
  const compared = columns.map((column) => condition.includes(column));
  return compared.lastIndexOf(true) > compared.filter(Boolean).length - 1;
}

async function columnsOfIndexes(client: Client): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    SELECT indexrelid::regclass::text AS name,
           array_agg(pg_get_indexdef(indexrelid, place, true) ORDER BY place) AS columns
    FROM pg_index CROSS JOIN LATERAL generate_series(1, indnkeyatts) AS place
    WHERE indrelid::regclass::text !~ '^pg_'
    GROUP BY indexrelid`);
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}
