import "server-only";

export { addPartner } from "./add-partner";
export { addSupplier } from "./add-supplier";
export { changeSupplier } from "./change-supplier";
export { invitePartnerPerson } from "./invite-partner-person";
export {
  listPartnerInvitations,
  listPartners,
  listSuppliers,
  readPartner,
  readPartnerStatement,
} from "./queries";
export { removePartner } from "./remove-partner";
export { renewPartnerInvitation } from "./renew-partner-invitation";
export { revokePartnerInvitation } from "./revoke-partner-invitation";
export { rotatePartnerSecret } from "./rotate-partner-secret";
export type * from "./schema";
export { setPartnerEndpoint } from "./set-partner-endpoint";
export { partnerStatementCsv } from "./statement-csv";
