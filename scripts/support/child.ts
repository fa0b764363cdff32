import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const FOLLOW_PARENT = fileURLToPath(new URL("./follow-parent.mjs", import.meta.url));

/** A process of the application that the launcher looks after. */
export interface Child {
  /** Undefined when it could not be started. */
  pid: number | undefined;
  /** Settles when the process has ended, with a few words on how. */
  ended: Promise<string>;
  /** What it has written so far, up to 20,000 characters from the end. */
  output(): string;
  /** From now on passes its output through to the terminal. */
  passOutputThrough(): void;
  /** Asks it to finish its work and end; ends it by force after the given time. */
  stop(graceSeconds: number): Promise<void>;
}

/**
 * Starts Node.js with the given arguments, in a process group of its own: a Ctrl-C in the terminal reaches the
 * launcher alone, which then stops its children in the right order.
 */
export function startChild(args: string[], environment: NodeJS.ProcessEnv): Child {
  const child = spawn(process.execPath, ["--import", FOLLOW_PARENT, ...args], {
    env: { ...environment, TESSERA_LAUNCHER: String(process.pid) },
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let kept = "";
  let through = false;
  const receive = (chunk: Buffer, target: NodeJS.WriteStream) => {
    kept = (kept + chunk.toString()).slice(-20_000);
    if (through) target.write(chunk);
  };
  child.stdout?.on("data", (chunk: Buffer) => receive(chunk, process.stdout));
  child.stderr?.on("data", (chunk: Buffer) => receive(chunk, process.stderr));
  return {
    pid: child.pid,
    ended: outcome(child),
    output: () => kept,
    passOutputThrough: () => {
      through = true;
    },
    stop: (graceSeconds) => stop(child, graceSeconds),
  };
}

async function outcome(child: ChildProcess): Promise<string> {
  return new Promise((fulfil) => {
    child.once("error", (error) => fulfil(error.message));
    child.once("close", (code, signal) => fulfil(signal ? `signal ${signal}` : `exit code ${code}`));
  });
}

async function stop(child: ChildProcess, graceSeconds: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), graceSeconds * 1000);
  await exited;
  clearTimeout(force);
}
