import "server-only";

export { listDevices } from "./queries";
export type * from "./schema";
export { signOutDevice } from "./sign-out-device";
export { signOutOthers } from "./sign-out-others";
