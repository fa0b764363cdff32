import "server-only";

export { acceptInvitation } from "./accept-invitation";
export { changeRole } from "./change-role";
export { InvitationGone, SignInRefused } from "./errors";
export { handleNextAuth } from "./handle-next-auth";
export { inviteTeammate } from "./invite-teammate";
export { issueInvitation } from "./issue-invitation";
export { joinTeam } from "./join-team";
export { singleSignOn } from "./next-auth-options";
export {
  listInvitations,
  listTeam,
  openInvitationsOf,
  readExpiredInvitation,
  readHomePath,
  readInvitation,
} from "./queries";
export { endInvitation, reissueInvitation } from "./reissue-invitation";
export { removeTeammate } from "./remove-teammate";
export { renewInvitation } from "./renew-invitation";
export { revokeInvitation } from "./revoke-invitation";
export type * from "./schema";
export { signInMember } from "./sign-in-member";
export { signInWithPassword } from "./sign-in-with-password";
export { startSingleSignOn } from "./start-single-sign-on";
export { tellExpiredInvitations } from "./tell-expired-invitations";
