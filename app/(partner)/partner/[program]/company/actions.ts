"use server";

import { z } from "zod";
import { partnerAction } from "@/lib/actions";
import { typeId } from "@/lib/core/schema";
import { invitePartnerPerson, rotatePartnerSecret, setPartnerEndpoint } from "@/lib/partners";
import { partnerEndpoint, partnerPerson } from "@/lib/partners/schema";

const ofPartner = z.object({ partnerId: typeId("org") });

export const invite = partnerAction(ofPartner.extend(partnerPerson.shape), (ctx, { partnerId, email }) =>
  invitePartnerPerson(ctx, partnerId, { email }),
);

export const setEndpoint = partnerAction(
  ofPartner.extend(partnerEndpoint.shape),
  (ctx, { partnerId, orderUrl }) => setPartnerEndpoint(ctx, partnerId, { orderUrl }),
);

export const rotateSecret = partnerAction(ofPartner, (ctx, { partnerId }) =>
  rotatePartnerSecret(ctx, partnerId),
);
