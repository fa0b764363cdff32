import { readFileSync } from "node:fs";

const WATCH_INTERVAL_MS = 1_000;

/** Somebody's wish that everything end. */
export interface StopRequest {
  promise: Promise<undefined>;
  requested(): boolean;
}

/** Hears Ctrl-C and its relatives, and the end of the npm that started this process. */
export function listenForStop(): StopRequest {
  let requested = false;
  const promise = new Promise<undefined>((fulfil) => {
    const request = () => {
      requested = true;
      fulfil(undefined);
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, request);
    if (process.env.npm_lifecycle_event) {
      const ancestors = readAncestors();
      setInterval(() => readAncestors() !== ancestors && request(), WATCH_INTERVAL_MS).unref();
    }
  });
  // The terminal may be gone by the time that the last words are said.
  process.stdout.on("error", () => undefined);
  process.stderr.on("error", () => undefined);
  return { promise, requested: () => requested };
}

/** Parent and, where the system tells, grandparent: npm puts a shell between itself and what it runs. */
function readAncestors(): string {
  const parent = process.ppid;
  try {
    // After the command's name in parentheses come the state and the parent's id.
    const [, grandparent] = readFileSync(`/proc/${parent}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return `${parent} ${grandparent}`;
  } catch {
    return String(parent);
  }
}
