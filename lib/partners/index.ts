import "server-only";

export { addPartner } from "./add-partner";
export { invitePartnerPerson } from "./invite-partner-person";
export { listPartners, listSuppliers, readPartner, readPartnerStatement } from "./queries";
export { removePartner } from "./remove-partner";
export { rotatePartnerSecret } from "./rotate-partner-secret";
export type * from "./schema";
export { setPartnerEndpoint } from "./set-partner-endpoint";
export { partnerStatementCsv } from "./statement-csv";
