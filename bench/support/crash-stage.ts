import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { present } from "@/lib/core/assert";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "@/lib/db/embedded";
import { type Child, startChild } from "@/scripts/support/child";
import { webArguments, workerArguments } from "@/scripts/support/processes";
import { query } from "./database";
import { Journal } from "./journal";
import { freePort, productEnvironment, untilHealthy } from "./product";

const TILLS = 3;
const TSX = ["--import", "tsx", "--conditions=react-server"];

export type Victim = "web server" | "worker" | "till" | "PostgreSQL";

/** What the tills sell for. */
type Club = { programId: string; apiKey: string; members: string[] };

/**
 * The product under load as `npm start` runs it, PostgreSQL, web server and worker, and tills that send events to the
 * web server: each a process that can be killed.
 */
export class Stage {
  readonly #folder: string;
  readonly #club: Club;
  readonly #tills: Child[] = [];
  #port = 0;
  #web: Child | null = null;
  #worker: Child | null = null;
  #database: EmbeddedDatabase | null = null;

  constructor(folder: string, club: Club) {
    this.#folder = folder;
    this.#club = club;
  }

  async begin(): Promise<void> {
    this.#port = await freePort();
    this.#database = await startEmbeddedDatabase(this.#folder);
    this.#worker = this.#startWorker();
    this.#web = this.#startWeb();
    await untilHealthy(this.#web, this.#url());
    for (let till = 0; till < TILLS; till += 1) this.#tills.push(this.#startTill(till));
  }

  async killOne(): Promise<Victim> {
    const dice = Math.random();
    if (dice < 0.3) {
      await kill(this.#web);
      this.#web = this.#startWeb();
      // A server that is killed before it has begun proves nothing.
      await untilHealthy(this.#web, this.#url());
      return "web server";
    }
    if (dice < 0.5) {
      await kill(this.#worker);
      this.#worker = this.#startWorker();
      return "worker";
    }
    if (dice < 0.65) {
      const till = Math.floor(Math.random() * TILLS);
      await kill(this.#tills[till] ?? null);
      this.#tills[till] = this.#startTill(till);
      return "till";
    }
    const { url } = present(this.#database, "the stage has begun");
    killServer(join(this.#folder, "postgres"));
    this.#database = await startEmbeddedDatabase(this.#folder);
    // Where somebody has taken the port meanwhile, everybody has to learn the new one.
    if (this.#database.url !== url) await this.#restartAll();
    return "PostgreSQL";
  }

  async #restartAll(): Promise<void> {
    await Promise.all([kill(this.#web), kill(this.#worker), ...this.#tills.map(kill)]);
    this.#worker = this.#startWorker();
    this.#web = this.#startWeb();
    await untilHealthy(this.#web, this.#url());
    for (let till = 0; till < TILLS; till += 1) this.#tills[till] = this.#startTill(till);
  }

  /** Asks once more for what the tills left open, and waits until nothing is queued. */
  async drain(): Promise<void> {
    await Promise.all(this.#tills.map(kill));
    const closing = this.#tills.map((_, till) => this.#startTill(till, { TILL_CLOSES: "yes" }));
    await Promise.all(closing.map(({ ended }) => ended));
    while ((await this.#figure("SELECT count(*) AS figure FROM queue")) > 0) await pause(100);
  }

  async prove(): Promise<{ said: string; faults: string[] }> {
    const journals = this.#journals();
    const done = journals.flatMap((journal) =>
      [...journal.asked.values()].filter(({ id }) => journal.answers.get(id) === "done"),
    );
    const singles = done.filter(({ kind }) => kind === "event").length;
    const events = done.reduce(
      (sum, request) => sum + (request.kind === "events" ? request.events.length : 0),
      singles,
    );
    const spends = done.filter(
      (request) => request.kind === "spend" || (request.kind === "hold" && request.captures),
    );
    const points = spends.reduce(
      (sum, request) =>
        sum +
        (request.kind === "spend"
          ? request.points
          : request.kind === "hold"
            ? Math.ceil(request.points / 2)
            : 0),
      0,
    );
    const faults: string[] = [];
    const expect = async (what: string, wanted: number, figure: string) => {
      const found = await this.#figure(figure);
      if (found !== wanted) faults.push(`${what}: ${wanted} were confirmed, ${found} are in the ledger`);
    };
    await expect("events accepted", events, "SELECT count(*) AS figure FROM event");
    await expect("events posted", events, "SELECT count(*) AS figure FROM decision WHERE kind = 'purchase'");
    await expect(
      "redemptions",
      spends.length,
      "SELECT count(*) AS figure FROM decision WHERE kind = 'spend'",
    );
    await expect(
      "points redeemed",
      points,
      "SELECT sum(balance) AS figure FROM account WHERE kind = 'redeemed'",
    );
    const verification = startChild([...TSX, "scripts/verify.ts"], this.#environment());
    const ended = await verification.ended;
    if (ended !== "exit code 0") faults.push(verification.output());
    const said = `${events} events, ${singles} of them waited for, and ${spends.length} redemptions, each exactly once`;
    const verdict = verification.output().trim().split("\n").at(-1);
    return { said: `${said}; ${verdict}`, faults };
  }

  async end(): Promise<void> {
    await Promise.all([this.#web?.stop(10), this.#worker?.stop(20)]);
  }

  async #figure(statement: string): Promise<number> {
    const { url } = present(this.#database, "the stage has begun");
    const [row] = await query<{ figure: string }>(url, statement);
    return Number(row?.figure);
  }

  #journals(): Journal[] {
    return Array.from({ length: TILLS }, (_, till) => new Journal(this.#journalOf(till)));
  }

  #journalOf(till: number): string {
    return join(this.#folder, `till-${till}.journal`);
  }

  #environment(): NodeJS.ProcessEnv {
    return { ...process.env, DATABASE_URL: this.#database?.url, LOG_LEVEL: "silent" };
  }

  #url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  #startWeb(): Child {
    return startChild(webArguments("start", this.#port), this.#productEnvironment());
  }

  #startWorker(): Child {
    const environment = this.#productEnvironment();
    return startChild(workerArguments("built", environment.TESSERA_DIST_DIR), environment);
  }

  #productEnvironment(): NodeJS.ProcessEnv {
    return { ...productEnvironment(this.#folder, this.#port), ...this.#environment() };
  }

  #startTill(till: number, more: Record<string, string> = {}): Child {
    return startChild([...TSX, "bench/support/till-process.ts"], {
      ...this.#environment(),
      TILL_JOURNAL: this.#journalOf(till),
      TILL_PROGRAM: this.#club.programId,
      TILL_URL: this.#url(),
      TILL_KEY: this.#club.apiKey,
      TILL_MEMBERS: JSON.stringify(this.#club.members),
      ...more,
    });
  }
}

async function kill(child: Child | null): Promise<void> {
  if (child?.pid === undefined) return;
  process.kill(child.pid, "SIGKILL");
  await child.ended;
}

/** Kills the server of a cluster and all of its processes at once, as a power cut would. */
function killServer(cluster: string): void {
  const postmaster = Number.parseInt(readFileSync(join(cluster, "postmaster.pid"), "utf8"), 10);
  for (const pid of [postmaster, ...childrenOf(postmaster)]) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It ended by itself meanwhile.
    }
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const [, rest = ""] = readFileSync(`/proc/${name}/stat`, "utf8").split(") ");
      return Number(rest.split(" ")[1]) === parent ? [Number(name)] : [];
    } catch {
      // It ended between the look and the read.
      return [];
    }
  });
}
