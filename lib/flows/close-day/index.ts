import "server-only";

export { closeDays, type DaysReport } from "./close-days";
export { keepClosingDays } from "./keep-closing-days";
