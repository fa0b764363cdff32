import { fork } from "node:child_process";
import { once } from "node:events";
import type { Load, Sent } from "./send-batches";

/** Runs `work` with a load generator in a process of its own. */
export async function withGenerator<T>(
  work: (send: (load: Load) => Promise<Sent>) => Promise<T>,
): Promise<T> {
  const child = fork(new URL("./send-batches.ts", import.meta.url), {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const failed = once(child, "exit").then(() => {
    throw new Error("The load generator ended; what it said is above.");
  });
  failed.catch(() => undefined);
  try {
    await Promise.race([once(child, "message"), failed]);
    return await work(async (load) => {
      child.send(load);
      const [sent] = await Promise.race([once(child, "message"), failed]);
      return sent;
    });
  } finally {
    child.kill();
  }
}
