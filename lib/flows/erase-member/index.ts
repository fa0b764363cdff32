import "server-only";

export { eraseDueMembers } from "./erase-due-members";
export { keepErasing } from "./keep-erasing";
