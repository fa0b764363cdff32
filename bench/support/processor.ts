import { readdirSync, readFileSync } from "node:fs";

/** Linux counts processor time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

type Process = { pid: number; parent: number; own: number; reaped: number };

/** Processor seconds, user and system, that a process has used so far; NaN where the system does not tell. */
export function processorSeconds(pid: number): number {
  return (readProcess(pid)?.own ?? Number.NaN) / TICKS_PER_SECOND;
}

/** The same of a process with its living children and those that it has outlived: a PostgreSQL server. */
export function processorSecondsOfFamily(pid: number): number {
  const head = readProcess(pid);
  if (head === null) return Number.NaN;
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readProcess(Number(name)))
    .filter((process) => process?.parent === pid);
  const ticks = children.reduce((sum, child) => sum + (child?.own ?? 0), head.own + head.reaped);
  return ticks / TICKS_PER_SECOND;
}

/** Resident memory of a process in bytes; NaN where the system does not tell. */
export function residentBytes(pid: number): number {
  try {
    const [, kibibytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kibibytes) * 1024;
  } catch {
    return Number.NaN;
  }
}

function readProcess(pid: number): Process | null {
  try {
    // The second field is the program's name in brackets and may hold anything; counting starts after it.
    const [, rest = ""] = /\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    const fields = rest.split(" ").map(Number);
    const [parent = 0, user = 0, system = 0, reapedUser = 0, reapedSystem = 0] = [1, 11, 12, 13, 14].map(
      (place) => fields[place],
    );
    return { pid, parent, own: user + system, reaped: reapedUser + reapedSystem };
  } catch {
    return null;
  }
}
