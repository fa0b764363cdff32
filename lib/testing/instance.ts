import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export type Question =
  | { ask: "report" }
  | { ask: "name"; programId: string }
  | { ask: "mayJoin"; address: string };
export type Answer = { id: number; value: unknown };

/** An instance of the product in a process of its own, on the test's database. */
export type Instance = {
  report(): Promise<{ store: string; keeping: boolean; hits: number }>;
  /** The name of a program, through the instance's cache. */
  name(programId: string): Promise<string>;
  /** Counts an attempt to join from an address, and says whether it is still allowed. */
  mayJoin(address: string): Promise<boolean>;
  stop(): Promise<void>;
};

/** @param environment settings beside the test's own */
export function startInstance(environment: Record<string, string> = {}): Instance {
  const child = fork(fileURLToPath(new URL("./instance-process.ts", import.meta.url)), {
    execArgv: ["--import", "tsx", "--conditions=react-server"],
    env: { ...process.env, ...environment },
  });
  const waiting = new Map<number, (value: unknown) => void>();
  child.on("message", ({ id, value }: Answer) => {
    waiting.get(id)?.(value);
    waiting.delete(id);
  });
  let asked = 0;
  const ask = <T>(question: Question) =>
    new Promise<T>((fulfil) => {
      asked += 1;
      waiting.set(asked, (value) => fulfil(value as T));
      child.send({ id: asked, question });
    });
  return {
    report: () => ask({ ask: "report" }),
    name: (programId) => ask({ ask: "name", programId }),
    mayJoin: (address) => ask({ ask: "mayJoin", address }),
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}
