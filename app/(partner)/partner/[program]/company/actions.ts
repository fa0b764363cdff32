"use server";

import { z } from "zod";
import { partnerAction } from "@/lib/actions";
import { typeId } from "@/lib/core/schema";
import { invitationRef } from "@/lib/identity/schema";
import {
  invitePartnerPerson,
  renewPartnerInvitation,
  revokePartnerInvitation,
  rotatePartnerSecret,
  setPartnerEndpoint,
} from "@/lib/partners";
import { partnerEndpoint, partnerPerson } from "@/lib/partners/schema";

const ofPartner = z.object({ partnerId: typeId("org") });

export const invite = partnerAction(ofPartner.extend(partnerPerson.shape), (ctx, { partnerId, email }) =>
  invitePartnerPerson(ctx, partnerId, { email }),
);

export const renew = partnerAction(
  ofPartner.extend(invitationRef.shape),
  (ctx, { partnerId, invitationId }) => renewPartnerInvitation(ctx, partnerId, invitationId),
);

export const revoke = partnerAction(
  ofPartner.extend(invitationRef.shape),
  (ctx, { partnerId, invitationId }) => revokePartnerInvitation(ctx, partnerId, invitationId),
);

export const setEndpoint = partnerAction(
  ofPartner.extend(partnerEndpoint.shape),
  (ctx, { partnerId, orderUrl }) => setPartnerEndpoint(ctx, partnerId, { orderUrl }),
);

export const rotateSecret = partnerAction(ofPartner, (ctx, { partnerId }) =>
  rotatePartnerSecret(ctx, partnerId),
);
