import { spawn } from "node:child_process";
import { once } from "node:events";
import { simulatorArguments } from "./processes";

/** Runs all waiting simulations in a process of their own. Settles when it has ended. */
export async function runSimulator(signal: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, simulatorArguments(), {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  const stop = () => child.kill("SIGTERM");
  signal.addEventListener("abort", stop);
  try {
    await once(child, "exit");
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
