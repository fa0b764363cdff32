import "server-only";
import { Client } from "pg";
import { env } from "@/lib/config/env";
import { log } from "@/lib/config/log";
import { LIVE_CHANNEL } from "./schema";

const RETRY_MS = [250, 1_000, 5_000];

/**
 * Keeps one connection that listens for news of programs, and comes back by itself when it breaks.
 * `onNews` gets a program id; after a break it gets null: there may have been news of any program.
 * @returns stops listening
 */
export function listen(onNews: (programId: string | null) => void): () => void {
  let client: Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let stopped = false;

  const retry = () => {
    client = null;
    if (stopped) return;
    const delay = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)];
    failures += 1;
    timer = setTimeout(connect, delay);
    timer.unref();
  };

  const connect = () => {
    const connection = new Client({ connectionString: env().DATABASE_URL, application_name: "tessera live" });
    client = connection;
    let lost = false;
    const lose = (error?: unknown) => {
      if (lost) return;
      lost = true;
      if (error && !stopped) log().warn({ err: error }, "the live connection broke; it will be opened again");
      connection.removeAllListeners("notification");
      connection.end().catch(() => undefined);
      retry();
    };
    connection.on("error", lose);
    connection.on("end", () => lose());
    connection.on("notification", (message) => onNews(message.payload ?? null));
    connection
      .connect()
      .then(() => connection.query(`LISTEN ${LIVE_CHANNEL}`))
      .then(() => {
        const afterBreak = failures > 0;
        failures = 0;
        if (afterBreak) onNews(null);
      })
      .catch(lose);
  };

  connect();
  return () => {
    stopped = true;
    clearTimeout(timer);
    client?.end().catch(() => undefined);
  };
}
