import "server-only";

export { countJobsUnderWay } from "./erase-mentions-sql";
export { countUnposted, type DueErasure, findDueErasure, lockErasure } from "./erasures-sql";
export { inCamelCase, readExportedRows } from "./export-sql";
export { listRetentionRuns } from "./list-retention-runs";
export { isMemberTable, MEMBER_TABLES, type MemberTable, PERSONAL_DATA } from "./personal-data";
export { readPrivacyPolicy, setPrivacyPolicy } from "./policy";
export { previewErasure, readErasure } from "./queries";
export { requestErasure } from "./request-erasure";
export { noteOwnErasure, requestOwnErasure } from "./request-own-erasure";
export { keepRetention, previewRetention, type RetentionPreview } from "./retention";
export type * from "./schema";
export { namesOf, scrubMember } from "./scrub-member";
export { stayMember, withdrawErasure } from "./withdraw-erasure";
