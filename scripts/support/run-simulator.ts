import { fork } from "node:child_process";
import { once } from "node:events";
import { simulatorOptions } from "./processes";

/** Runs all waiting simulations in a process of their own. Settles when it has ended. */
export async function runSimulator(signal: AbortSignal): Promise<void> {
  const child = fork("scripts/simulator.ts", [], { execArgv: simulatorOptions(), stdio: "inherit" });
  const stop = () => child.kill("SIGTERM");
  signal.addEventListener("abort", stop);
  try {
    await once(child, "exit");
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
