import "server-only";
import type { PoolClient } from "pg";
import { connectionPool } from "./client";
import { PRISMA_TYPES, refuse, type SqlTx, type Statement } from "./driver";
import { Prisma } from "./generated/client";
import { toParameter } from "./parameter";
import { type NamedStatement, type Rows, StatementGroup } from "./statement-group";
import { statementName } from "./statement-name";
import type { TxOptions } from "./tx";

/** Each connection keeps one plan of a statement, which goes by indexes however small the tables are. */
const PLANNING = Prisma.sql`
  SELECT set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_hashjoin', 'off', true),
         set_config('enable_mergejoin', 'off', true), set_config('enable_seqscan', 'off', true)`;

/**
 * Runs `work` in one READ COMMITTED transaction that is made for a few rows and many such transactions: what costs a
 * batch next to nothing is most of what they cost.
 *
 * - Each connection prepares and plans a statement once. The planner keeps to indexes, so that a plan that was made
 *   while the tables were small is good for large ones.
 * - What is asked for at the same time (`askTogether`) travels in one message, with all that was written before it, and
 *   the last writes travel with the commit. So `$executeRaw` answers at once and cannot say how many rows it changed;
 *   what the database refuses shows with the next question, or at the commit.
 *
 * Nothing is tried again: when this throws, nothing has happened, unless the connection broke at the commit.
 * @throws Unavailable when the connection is lost; what the database refuses
 */
export function withBriefTx<T>(
  work: (tx: SqlTx) => Promise<T>,
  { lockTimeoutMs = 5_000, timeoutMs = 30_000 }: TxOptions = {},
): Promise<T> {
  return onConnection(async (client) => {
    const tx = new BriefTx(client);
    await tx.$executeRaw`BEGIN ISOLATION LEVEL READ COMMITTED`;
    await tx.$executeRaw(PLANNING);
    await tx.$executeRaw`
      SELECT set_config('lock_timeout', ${Math.trunc(lockTimeoutMs)}, true),
             set_config('statement_timeout', ${Math.trunc(timeoutMs)}, true)`;
    const result = await work(tx);
    await tx.$queryRaw`COMMIT`;
    return result;
  });
}

/**
 * The same to look something up, in no transaction: each message has one of its own.
 * @throws Unavailable when the connection is lost
 */
export function readBriefly<T>(work: (tx: SqlTx) => Promise<T>): Promise<T> {
  return onConnection((client) => work(new BriefTx(client, [named(PLANNING, [], false)])));
}

async function onConnection<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await connectionPool().connect().catch(refuse);
  let isBroken = false;
  const noteBreak = () => {
    isBroken = true;
  };
  // A connection that breaks while nothing runs on it says so here; the next statement fails by itself.
  client.on("error", noteBreak);
  try {
    return await work(client);
  } catch (error) {
    await client.query("ROLLBACK").catch(noteBreak);
    throw error;
  } finally {
    client.off("error", noteBreak);
    client.release(isBroken);
  }
}

/**
 * Asks for several things that do not depend on each other: in one message where the transaction takes several, one
 * after the other elsewhere.
 */
export async function askTogether<Answers extends readonly unknown[]>(
  tx: SqlTx,
  questions: { [Place in keyof Answers]: () => Promise<Answers[Place]> },
): Promise<Answers> {
  if (tx instanceof BriefTx) return Promise.all(questions.map((ask) => ask())) as unknown as Promise<Answers>;
  const answers: unknown[] = [];
  for (const ask of questions) answers.push(await ask());
  return answers as unknown as Answers;
}

type Asker = { fulfil: (rows: Rows) => void; reject: (error: unknown) => void };

class BriefTx implements SqlTx {
  readonly #client: PoolClient;
  /** What each message begins with. */
  readonly #preface: readonly NamedStatement[];
  #waiting: { statement: NamedStatement; asker: Asker | null }[] = [];

  constructor(client: PoolClient, preface: readonly NamedStatement[] = []) {
    this.#client = client;
    this.#preface = preface;
  }

  $queryRaw<T>(statement: Statement, ...values: unknown[]): Promise<T> {
    return new Promise<Rows>((fulfil, reject) => {
      // When everybody who is about to ask has asked.
      if (this.#waiting.every(({ asker }) => asker === null)) process.nextTick(() => this.#send());
      this.#waiting.push({ statement: named(statement, values, true), asker: { fulfil, reject } });
      // What a statement's rows look like is for its caller to say, as with Prisma.
    }) as Promise<T>;
  }

  async $executeRaw(statement: Statement, ...values: unknown[]): Promise<number> {
    this.#waiting.push({ statement: named(statement, values, false), asker: null });
    return Number.NaN;
  }

  #send(): void {
    const group = this.#waiting;
    this.#waiting = [];
    StatementGroup.run(
      (submitted) => this.#client.query(submitted),
      [...this.#preface, ...group.map(({ statement }) => statement)],
      PRISMA_TYPES,
    )
      .catch(refuse)
      .then(
        (answers) => {
          for (const [place, { asker }] of group.entries())
            asker?.fulfil(answers[this.#preface.length + place] ?? []);
        },
        (error) => {
          for (const { asker } of group) asker?.reject(error);
        },
      );
  }
}

function named(statement: Statement, values: unknown[], returns: boolean): NamedStatement {
  const { text, values: bound } = "text" in statement ? statement : Prisma.sql(statement, ...values);
  return { name: statementName(text), text, values: bound.map(toText), returns };
}

function toText(value: unknown): string | Buffer | null {
  const parameter = toParameter(value);
  switch (typeof parameter) {
    case "string":
      return parameter;
    case "number":
    case "bigint":
    case "boolean":
      return String(parameter);
  }
  if (parameter === null || parameter === undefined) return null;
  if (parameter instanceof Uint8Array) return Buffer.from(parameter);
  throw new TypeError(`no parameter for ${Object.prototype.toString.call(parameter)}`);
}
