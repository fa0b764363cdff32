import type { Connection, CustomTypesConfig, FieldDef, Submittable } from "pg";

/** A statement that a connection prepares under a name when it first meets it. */
export type NamedStatement = {
  name: string;
  text: string;
  values: readonly (string | Buffer | null)[];
  /** Whether anybody wants its rows. */
  returns: boolean;
};
export type Rows = Record<string, unknown>[];

/** What the driver keeps of a connection: texts of the statements that the server has prepared on it, by name. */
type PreparingConnection = Connection & { parsedStatements: Record<string, string> };

/**
 * Several statements in one message, answered by one: the server works on them one after the other and speaks up at
 * the end. After one that fails it passes over those that follow. As the driver's queue of statements takes it.
 */
export class StatementGroup implements Submittable {
  readonly #statements: readonly NamedStatement[];
  readonly #types: CustomTypesConfig;
  readonly #fulfil: (answers: Rows[]) => void;
  readonly #reject: (error: unknown) => void;
  readonly #answers: Rows[] = [];
  #columns: { name: string; read: (text: string) => unknown }[] = [];
  #rows: Rows = [];
  #fault: unknown;

  private constructor(
    statements: readonly NamedStatement[],
    types: CustomTypesConfig,
    fulfil: (answers: Rows[]) => void,
    reject: (error: unknown) => void,
  ) {
    this.#statements = statements;
    this.#types = types;
    this.#fulfil = fulfil;
    this.#reject = reject;
  }

  /**
   * @param submit hands the group to a connection
   * @returns the rows of each statement, in order
   */
  static run(
    submit: (group: StatementGroup) => unknown,
    statements: readonly NamedStatement[],
    types: CustomTypesConfig,
  ): Promise<Rows[]> {
    return new Promise((fulfil, reject) => {
      submit(new StatementGroup(statements, types, fulfil, reject));
    });
  }

  /** Of the statement that the server is at: the driver notes under it what has been prepared. */
  get name(): string | undefined {
    return this.#statements[this.#answers.length]?.name;
  }

  get text(): string | undefined {
    return this.#statements[this.#answers.length]?.text;
  }

  submit(connection: Connection): void {
    const { parsedStatements } = connection as PreparingConnection;
    const prepared = new Set<string>();
    connection.stream.cork();
    try {
      for (const { name, text, values, returns } of this.#statements) {
        if (parsedStatements[name] === undefined && !prepared.has(name)) {
          connection.parse({ name, text, types: [] }, true);
          prepared.add(name);
        }
        connection.bind({ statement: name, values: [...values] }, true);
        if (returns) connection.describe({ type: "P" }, true);
        connection.execute(null, true);
      }
      connection.sync();
    } finally {
      connection.stream.uncork();
    }
  }

  handleRowDescription({ fields }: { fields: FieldDef[] }): void {
    this.#columns = fields.map(({ name, dataTypeID }) => ({
      name,
      read: this.#types.getTypeParser(dataTypeID, "text"),
    }));
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    if (this.#columns.length === 0 || this.#fault !== undefined) return;
    try {
      this.#rows.push(
        Object.fromEntries(
          this.#columns.map(({ name, read }, index) => {
            const text = fields[index] ?? null;
            return [name, text === null ? null : read(text)];
          }),
        ),
      );
    } catch (fault) {
      this.#fault = fault;
    }
  }

  handleCommandComplete(): void {
    this.#answers.push(this.#rows);
    this.#rows = [];
    this.#columns = [];
  }

  handleError(error: unknown): void {
    this.#fault = error;
    this.#reject(error);
  }

  handleReadyForQuery(): void {
    if (this.#fault === undefined) this.#fulfil(this.#answers);
    else this.#reject(this.#fault);
  }
}
