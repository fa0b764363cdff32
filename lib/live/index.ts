import "server-only";

export { eventStream } from "./event-stream";
export { readFeed } from "./feed";
export type * from "./schema";
export { streamMember } from "./stream-member";
export { streamProgram } from "./stream-program";
