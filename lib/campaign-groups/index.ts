import "server-only";

export { changeGroup } from "./change-group";
export { createGroup } from "./create-group";
export { orderGroups } from "./order-groups";
export { listGroups } from "./queries";
export { removeGroup } from "./remove-group";
export type * from "./schema";
