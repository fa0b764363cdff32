import "server-only";

export { nextDueDay } from "./due-days";
export { type DueItem, findDueLane, lockFreeLane, takeDue, takeDueLane } from "./due-sql";
export { listDayRuns } from "./queries";
export { retryDay } from "./retry-day";
export type { DayRunDto, DayStepName } from "./schema";
export {
  beginStep,
  countBatch,
  type DayCounts,
  failRun,
  finishRun,
  insertRun,
  listProgramDays,
  lockRun,
  type OpenRun,
  type ProgramDays,
  readOpenRun,
} from "./sql";
