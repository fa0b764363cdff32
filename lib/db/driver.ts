import "server-only";
import { type CustomTypesConfig, DatabaseError, type Pool, type PoolClient, types } from "pg";
import { Unavailable } from "@/lib/core/errors";
import { binaryRows, type Column } from "./binary-rows";
import { connectionPool } from "./client";
import { CopyIn } from "./copy-in";
import { Prisma } from "./generated/client";
import { toParameter } from "./parameter";
import { retryingConflicts, type TxOptions } from "./tx";

export type Statement = TemplateStringsArray | Prisma.Sql;

/** What statements run on: Prisma's transaction, or the driver beneath it. */
export type SqlTx = {
  $queryRaw<T>(statement: Statement, ...values: unknown[]): Promise<T>;
  $executeRaw(statement: Statement, ...values: unknown[]): Promise<number>;
  /** Adds rows by COPY; only in a transaction on the driver. See insertRows. */
  copyRows?<Row>(table: string, columns: readonly Column<Row>[], rows: readonly Row[]): Promise<void>;
};

/**
 * Runs statements on the driver itself, each in a transaction of its own. For batches: Prisma's road costs
 * microseconds for every value that goes in or comes out, which bench/README.md puts in figures. Rows come back with
 * the types that Prisma gives them (bigint, Date, parsed JSON); only numeric stays text.
 */
export function driver(): SqlTx {
  return statementsOn(connectionPool());
}

/**
 * The same in one READ COMMITTED transaction, with the promises of `withTx`.
 * @throws Unavailable when conflicts last or the connection is lost
 */
export function withDriverTx<T>(work: (tx: SqlTx) => Promise<T>, options: TxOptions = {}): Promise<T> {
  return inTransaction("READ COMMITTED", work, options);
}

/**
 * Reads the database as it is at one moment, however long that takes. Nothing can be written, and nothing is locked.
 * @throws Unavailable when the connection is lost
 */
export function withSnapshot<T>(work: (tx: SqlTx) => Promise<T>, options: TxOptions = {}): Promise<T> {
  return inTransaction("REPEATABLE READ READ ONLY", work, options);
}

function inTransaction<T>(
  mode: "READ COMMITTED" | "REPEATABLE READ READ ONLY",
  work: (tx: SqlTx) => Promise<T>,
  { lockTimeoutMs = 5_000, timeoutMs = 30_000 }: TxOptions,
): Promise<T> {
  return retryingConflicts(async () => {
    const client = await connectionPool().connect().catch(refuse);
    let isBroken = false;
    const noteBreak = () => {
      isBroken = true;
    };
    // A connection that breaks while nothing runs on it says so here; the next statement fails by itself.
    client.on("error", noteBreak);
    try {
      await client
        .query(
          `BEGIN ISOLATION LEVEL ${mode};
           SET LOCAL lock_timeout = ${Math.trunc(lockTimeoutMs)};
           SET LOCAL statement_timeout = ${Math.trunc(timeoutMs)}`,
        )
        .catch(refuse);
      const result = await work({ ...statementsOn(client), copyRows: copyOn(client) });
      await client.query("COMMIT").catch(refuse);
      return result;
    } catch (error) {
      await client.query("ROLLBACK").catch(noteBreak);
      throw error;
    } finally {
      client.off("error", noteBreak);
      client.release(isBroken);
    }
  });
}

function statementsOn(client: Pool | PoolClient): SqlTx {
  const run = (statement: Statement, values: unknown[]) => {
    const { text, values: bound } = "text" in statement ? statement : Prisma.sql(statement, ...values);
    return client.query({ text, values: bound.map(toParameter), types: PRISMA_TYPES }).catch(refuse);
  };
  return {
    $queryRaw: async <T>(statement: Statement, ...values: unknown[]) =>
      // What a statement's rows look like is for its caller to say, as with Prisma.
      (await run(statement, values)).rows as T,
    $executeRaw: async (statement, ...values) => (await run(statement, values)).rowCount ?? 0,
  };
}

function copyOn(client: PoolClient): NonNullable<SqlTx["copyRows"]> {
  return (table, columns, rows) => {
    const names = columns.map(({ name }) => name).join(", ");
    const text = `COPY ${table} (${names}) FROM STDIN (FORMAT binary)`;
    return CopyIn.run((copy) => client.query(copy), text, binaryRows(columns, rows)).catch(refuse);
  };
}

/** What the database refuses stays as it is; a connection that cannot be had or breaks is no fault of the statement. */
export function refuse(error: unknown): never {
  if (error instanceof DatabaseError) throw error;
  throw new Unavailable("the connection to the database failed", undefined, error);
}

const BIGINT_ARRAY = 1016;
const PARSERS = new Map<number, (text: string) => unknown>([
  [types.builtins.INT8, BigInt],
  [
    BIGINT_ARRAY,
    (text) => text.match(/-?\d+|NULL/g)?.map((part) => (part === "NULL" ? null : BigInt(part))) ?? [],
  ],
  [types.builtins.DATE, (text) => new Date(text)],
]);

export const PRISMA_TYPES: CustomTypesConfig = {
  getTypeParser: (type: number, format?: "text" | "binary") =>
    PARSERS.get(type) ?? types.getTypeParser(type, format),
};
