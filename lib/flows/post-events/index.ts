import "server-only";

export { postNow, type Standing } from "./post-now";
export { postSlice, type SliceReport } from "./post-slice";
export { type Received, receiveEvents } from "./receive-events";
export { isAnythingQueued } from "./sql";
