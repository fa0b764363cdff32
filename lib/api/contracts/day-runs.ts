import { z } from "zod";
import { pageOf } from "@/lib/core/schema";
import { DAY_RUN_STATES, DAY_STEPS, dayRunQuery } from "@/lib/day-runs/schema";
import { contract } from "../contract";

const points = z.object({ points: z.int(), lots: z.int() });

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
  })
  .meta({ id: "DayRun" });

export const listDayRuns = contract({
  method: "GET",
  path: "/api/v1/day-runs",
  summary: "List the closes of the program's days, the latest first",
  description:
    "When a day begins in the program's time zone, pending points become active, points past their last day expire, " +
    "and on the first day of a month members get statements. Each day is closed exactly once; days that were missed " +
    "are made up for in order.",
  tag: "Ledger",
  permission: "ledger:read",
  actors: ["apiKey", "user"],
  query: dayRunQuery,
  response: pageOf(dayRun),
});

export const dayRunContracts = [listDayRuns];
