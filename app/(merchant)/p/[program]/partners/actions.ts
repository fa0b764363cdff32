"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import { typeId } from "@/lib/core/schema";
import { invitationRef } from "@/lib/identity/schema";
import {
  addPartner,
  invitePartnerPerson,
  removePartner,
  renewPartnerInvitation,
  revokePartnerInvitation,
  rotatePartnerSecret,
  setPartnerEndpoint,
} from "@/lib/partners";
import { newPartner, partnerEndpoint, partnerPerson } from "@/lib/partners/schema";

const ofPartner = z.object({ partnerId: typeId("org") });

export const add = merchantAction(
  z.object({ partner: newPartner }),
  "partners:manage",
  async (ctx, { partner }) => (await addPartner(ctx, partner)).invitation,
);

export const invite = merchantAction(
  ofPartner.extend(partnerPerson.shape),
  "partners:manage",
  (ctx, { partnerId, email }) => invitePartnerPerson(ctx, partnerId, { email }),
);

export const renew = merchantAction(
  ofPartner.extend(invitationRef.shape),
  "partners:manage",
  (ctx, { partnerId, invitationId }) => renewPartnerInvitation(ctx, partnerId, invitationId),
);

export const revoke = merchantAction(
  ofPartner.extend(invitationRef.shape),
  "partners:manage",
  (ctx, { partnerId, invitationId }) => revokePartnerInvitation(ctx, partnerId, invitationId),
);

export const remove = merchantAction(ofPartner, "partners:manage", (ctx, { partnerId }) =>
  removePartner(ctx, partnerId),
);

export const setEndpoint = merchantAction(
  ofPartner.extend(partnerEndpoint.shape),
  "partners:manage",
  (ctx, { partnerId, orderUrl }) => setPartnerEndpoint(ctx, partnerId, { orderUrl }),
);

export const rotateSecret = merchantAction(ofPartner, "partners:manage", (ctx, { partnerId }) =>
  rotatePartnerSecret(ctx, partnerId),
);
