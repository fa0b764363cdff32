"use server";

import { merchantAction } from "@/lib/actions";
import {
  changeRole,
  inviteTeammate,
  removeTeammate,
  renewInvitation,
  revokeInvitation,
} from "@/lib/identity";
import { invitationRef, newInvitation, roleChange, teammateRef } from "@/lib/identity/schema";

export const invite = merchantAction(newInvitation, "team:manage", inviteTeammate);

export const renew = merchantAction(invitationRef, "team:manage", renewInvitation);

export const revoke = merchantAction(invitationRef, "team:manage", revokeInvitation);

export const giveRole = merchantAction(roleChange, "team:manage", changeRole);

export const remove = merchantAction(teammateRef, "team:manage", removeTeammate);
