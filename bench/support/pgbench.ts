import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { query } from "./database";
import { progress } from "./part";

const SCALE = 20;
const SECONDS = 10;

/** How many clients pgbench has: one, as it does by itself, waits for the disk each time; eight keep the server busy. */
export type PgbenchClients = 1 | 8;

const execute = promisify(execFile);

/** PostgreSQL's own yardstick on the server that the product uses: TPC-B, prepared statements. */
export class Pgbench {
  readonly #address: string[];
  readonly #environment: NodeJS.ProcessEnv;

  private constructor(url: URL) {
    const host = url.searchParams.get("host") ?? url.hostname;
    this.#address = ["-h", host, "-p", url.port, "-U", url.username];
    this.#environment = { ...process.env, PGPASSWORD: url.password };
  }

  /** @returns null where pgbench is not installed (Debian: package postgresql-contrib or postgresql) */
  static async prepare(databaseUrl: string): Promise<Pgbench | null> {
    const found = await execute("pgbench", ["--version"]).catch(() => null);
    if (found === null) {
      progress("pgbench is not installed: there is nothing to compare with");
      return null;
    }
    await query(databaseUrl, "CREATE DATABASE pgbench");
    const pgbench = new Pgbench(new URL(databaseUrl));
    await pgbench.#run(["-i", "-q", "-s", String(SCALE)]);
    return pgbench;
  }

  /** @returns transactions a second, over ten seconds */
  async transactionsPerSecond(clients: PgbenchClients): Promise<number> {
    const threads = Math.min(2, clients);
    const output = await this.#run(
      ["-n", "-M", "prepared", "-c", clients, "-j", threads, "-T", SECONDS].map(String),
    );
    const [, rate] = /^tps = ([\d.]+)/m.exec(output) ?? [];
    return Number(rate);
  }

  async #run(args: string[]): Promise<string> {
    const { stdout } = await execute("pgbench", [...this.#address, ...args, "pgbench"], {
      env: this.#environment,
    });
    return stdout;
  }
}
