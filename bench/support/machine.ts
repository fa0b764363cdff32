import { execFileSync } from "node:child_process";
import { cpus, loadavg, release, totalmem, type } from "node:os";

export type Machine = {
  processor: string;
  cores: number;
  memoryGib: number;
  system: string;
  node: string;
  commit: string;
  /** Processes that wanted a core, on average over the last minute, as the run began: 0 on a quiet machine. */
  loadBefore: number;
};

export function describeMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memoryGib: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
    commit: commit(),
    loadBefore: Math.round((loadavg()[0] ?? 0) * 100) / 100,
  };
}

function commit(): string {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return "not under version control";
  }
}

export function machineInWords(machine: Machine): string {
  const { processor, cores, memoryGib, system, node, commit, loadBefore } = machine;
  return `${cores} × ${processor}, ${memoryGib} GiB, ${system}, Node.js ${node}, commit ${commit}, load before ${loadBefore}`;
}
