import "server-only";

export { keepPosting } from "./keep-posting";
export { postNow, type Standing } from "./post-now";
export { postSlice, type SliceReport } from "./post-slice";
export { previewReturn } from "./preview-return";
export { type Received, receiveEvents } from "./receive-events";
