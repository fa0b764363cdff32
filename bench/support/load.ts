import { fork } from "node:child_process";
import { once } from "node:events";
import type { Reading, Readings } from "./read-members";
import type { Load, Sent } from "./send-batches";
import type { Drip, Dripped } from "./send-singles";

/** Runs `work` with a generator of batches in a process of its own. */
export function withGenerator<T>(work: (send: (load: Load) => Promise<Sent>) => Promise<T>): Promise<T> {
  return withSender("./send-batches.ts", work);
}

/** Runs `work` with a generator of single requests in a process of its own. */
export function withDripper<T>(work: (drip: (wanted: Drip) => Promise<Dripped>) => Promise<T>): Promise<T> {
  return withSender("./send-singles.ts", work);
}

/** Runs `work` with a reader of a database in a process of its own. */
export function withReader<T>(
  databaseUrl: string,
  work: (read: (wanted: Reading) => Promise<Readings>) => Promise<T>,
): Promise<T> {
  return withSender("./read-members.ts", work, { DATABASE_URL: databaseUrl });
}

async function withSender<Wanted extends object, Answer, T>(
  file: string,
  work: (send: (wanted: Wanted) => Promise<Answer>) => Promise<T>,
  environment: Record<string, string> = {},
): Promise<T> {
  const child = fork(new URL(file, import.meta.url), {
    env: { ...process.env, ...environment },
    execArgv: ["--import", "tsx", "--conditions=react-server"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const failed = once(child, "exit").then(() => {
    throw new Error("A process of the measurement ended; what it said is above.");
  });
  failed.catch(() => undefined);
  try {
    await Promise.race([once(child, "message"), failed]);
    return await work(async (wanted) => {
      child.send(wanted);
      const [answer] = await Promise.race([once(child, "message"), failed]);
      return answer;
    });
  } finally {
    child.kill();
  }
}
