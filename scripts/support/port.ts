import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Sentence } from "./sentence";

/**
 * Makes sure that the port can be had.
 *
 * @param patienceSeconds how long to wait for it: after a kill, the processes of the last start need a moment.
 * @throws Sentence when it is taken.
 */
export async function requireFreePort(port: number, patienceSeconds: number): Promise<void> {
  const deadline = Date.now() + patienceSeconds * 1000;
  while (true) {
    const problem = await tryPort(port);
    if (problem === null) return;
    if (problem === "EACCES") {
      throw new Sentence(
        `Port ${port} may not be used by this user; choose one above 1023, for example PORT=8080 npm start.`,
      );
    }
    if (Date.now() >= deadline) {
      throw new Sentence(
        `Port ${port} is taken by another program; stop that, or choose another: PORT=${port + 1} npm start.`,
      );
    }
    await pause(100);
  }
}

function tryPort(port: number): Promise<string | null> {
  return new Promise((fulfil) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => fulfil(error.code ?? error.message));
    probe.listen(port, () => probe.close(() => fulfil(null)));
  });
}
