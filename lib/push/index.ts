import "server-only";

export { choosePushes, readPushChoices } from "./choose-pushes";
export { keepPushing } from "./keep-pushing";
export { vapidKeys } from "./keys";
export type * from "./schema";
export { subscribe } from "./subscribe";
export { unsubscribe } from "./unsubscribe";
