import { z } from "zod";
import { pageOf } from "@/lib/core/schema";
import { DAY_RUN_STATES, DAY_STEPS, dayRetry, dayRunQuery } from "@/lib/day-runs/schema";
import { contract } from "../contract";

const points = z.object({ points: z.int(), lots: z.int() });

const setAside = z
  .object({
    kind: z.enum(["member", "pool"]),
    id: z.string().meta({ examples: ["mem_01h455vb4pex5vsknk084sn02q"] }),
    name: z.string(),
    step: z.enum(DAY_STEPS),
    error: z.string().nullable().meta({
      description: "Why it failed the last time; null: it waits behind earlier work of the same member.",
    }),
    attempts: z.int(),
    retryAt: z.iso.datetime().nullable(),
    settledAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "DaySetAside" });

const dayRun = z
  .object({
    day: z.iso
      .date()
      .meta({ description: "The day that began; points usable until the day before expired." }),
    state: z.enum(DAY_RUN_STATES),
    step: z
      .enum(DAY_STEPS)
      .nullable()
      .meta({ description: "The step in hand, or the last one that had anything to do." }),
    progress: z
      .object({ due: z.int(), done: z.int() })
      .meta({ description: "Pieces of work of the step, and how many are done." }),
    activated: points.meta({ description: "Points of the spendable type, lots of every type." }),
    expired: points,
    statements: z.int().meta({ description: "Monthly statements, made on the first day of a month." }),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    fault: z
      .object({ error: z.string(), attempts: z.int(), retryAt: z.iso.datetime() })
      .nullable()
      .meta({ description: "Why it stopped, and when it is tried again by itself." }),
    setAside: z.object({ open: z.int(), settled: z.int(), items: z.array(setAside) }).meta({
      description:
        "Work that failed for single members while everybody else's was done: how much of it still waits, how much " +
        "has been done, and the first hundred pieces.",
    }),
  })
  .meta({ id: "DayRun" });

export const listDayRuns = contract({
  method: "GET",
  path: "/api/v1/day-runs",
  summary: "List the closes of the program's days, the latest first",
  description:
    "When a day begins in the program's time zone, pending points become active, points past their last day expire, " +
    "and on the first day of a month members get statements. Each day is closed exactly once; days that were missed " +
    "are made up for in order. A member whose part fails is set aside, named, and tried again; nobody else waits.",
  tag: "Ledger",
  permission: "ledger:read",
  actors: ["apiKey", "user"],
  query: dayRunQuery,
  response: pageOf(dayRun),
});

export const retryDayRun = contract({
  method: "POST",
  path: "/api/v1/day-runs/{day}/retry",
  summary: "Try a day that stopped, or what was set aside on it, again at once",
  description:
    "Both are tried again by themselves, after a pause that grows to an hour; this ends the pause.",
  tag: "Ledger",
  permission: "program:manage",
  actors: ["user"],
  params: dayRetry,
  response: z.object({ day: z.iso.date() }),
  errors: { 409: "Nothing has failed on this day (`day_not_failed`)." },
});

export const dayRunContracts = [listDayRuns, retryDayRun];
