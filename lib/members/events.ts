/** Outbox topics of this domain and their payloads. */
export const MEMBERS_JOINED = "members.joined";
export type MembersJoined = { memberIds: string[] };

export const MEMBER_CHANGED = "member.changed";
/** Names of the fields that changed, not their values: consumers read what they may see. */
export type MemberChanged = { memberId: string; fields: string[] };
