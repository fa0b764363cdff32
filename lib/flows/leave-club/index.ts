import "server-only";

export { leaveWithCode, requestLeaveCode } from "./leave-club";
