import "server-only";

export { nextDueDay } from "./due-days";
export {
  type DueItem,
  divideDueLane,
  findDueLane,
  isAnythingDue,
  isWholeLane,
  lockFreeLane,
  MAX_ITEMS,
  takeDue,
  takeDueLane,
  wholeLane,
} from "./due-sql";
export {
  countFailed,
  type DueFault,
  type FaultKey,
  listDueFaults,
  listWaiting,
  postponeFault,
  readDueFault,
  setAsideBehind,
  setAsideDue,
  settleFault,
} from "./fault-sql";
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
