import "server-only";

export { changeMemberPassword } from "./change-member-password";
export { changeOwnEmail } from "./change-own-email";
export { createMembers } from "./create-members";
export { type EnsuredMember, ensureMembersByExternalId } from "./ensure-members";
export { MEMBER_CHANGED, MEMBERS_JOINED, type MemberChanged, type MembersJoined } from "./events";
export { type FoundMember, findByContact } from "./find-by-contact";
export { findMembersByKeys } from "./find-by-keys";
export { laneOf } from "./lane";
export { maskedName, nameAsSeenBy } from "./masked-name";
export { noteConsent } from "./note-consent";
export { findMembers, listMembers, readMember, readMembers, resolveMembers, searchMembers } from "./queries";
export { registerMember } from "./register-member";
export type * from "./schema";
export { updateMember } from "./update-member";
export { updateOwnProfile } from "./update-own-profile";
export { verifyEmail } from "./verify-email";
