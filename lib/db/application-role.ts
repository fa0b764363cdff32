import { randomBytes } from "node:crypto";
import { Client } from "pg";

/** The role that the product's processes work as. */
const ROLE = "tessera_app";

/** What is only ever added to: the role may not even try to change it. */
const ADDED_TO = [
  "transfer",
  "block",
  "decision",
  "reversal",
  "reversed_entry",
  "phrase_book",
  "limit_place",
  "counter",
  "statement",
  "statement_cut",
  "audit",
  "threshold_change",
  "organization_audit",
];

/**
 * Sees to a role that reads and writes rows and owns nothing: the triggers that guard the ledger are not its to
 * switch off, replace or get round. The web server and the worker connect as it; migrations go on as the owner. Its
 * password is a new one each time, and is kept nowhere.
 * @param ownerUrl connection string of an owner of the database that may create roles
 * @returns connection string of the role
 */
export async function provideApplicationRole(ownerUrl: string): Promise<string> {
  const password = randomBytes(24).toString("base64url");
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [ROLE]);
    if (rows.length === 0) await client.query(`CREATE ROLE ${ROLE} LOGIN`);
    await client.query(`ALTER ROLE ${ROLE} PASSWORD ${client.escapeLiteral(password)}`);
    await grant(client, ROLE);
  } finally {
    await client.end();
  }
  const url = new URL(ownerUrl);
  url.username = ROLE;
  url.password = password;
  return url.href;
}

/**
 * Gives a role what the product does with rows, and nothing else.
 * @param ownerUrl connection string of the owner of the database
 * @param role name of a role that exists
 */
export async function grantApplicationRights(ownerUrl: string, role: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await grant(client, client.escapeIdentifier(role));
  } finally {
    await client.end();
  }
}

async function grant(client: Client, role: string): Promise<void> {
  const { rows } = await client.query<{ name: string; version: number }>(
    "SELECT quote_ident(current_database()) AS name, current_setting('server_version_num')::int AS version",
  );
  const [database] = rows;
  await client.query("BEGIN");
  // Work that is done inside of a trigger passes as the ledger's own, and a temporary table may have any trigger.
  await client.query(`REVOKE TEMPORARY ON DATABASE ${database?.name} FROM PUBLIC`);
  await client.query("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
  await client.query(`GRANT USAGE ON SCHEMA public TO ${role}`);
  await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`);
  await client.query(`GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role}`);
  await client.query(`REVOKE UPDATE, DELETE ON ${ADDED_TO.join(", ")} FROM ${role}`);
  await client.query(`REVOKE ALL ON _prisma_migrations FROM ${role}`);
  // Large files are staged and at once searched: their statistics have to keep up.
  if ((database?.version ?? 0) >= 170_000) {
    await client.query(`GRANT MAINTAIN ON import_line, credit_line TO ${role}`);
  }
  await client.query("COMMIT");
}
