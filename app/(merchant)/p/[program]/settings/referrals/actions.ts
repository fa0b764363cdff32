"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import { setReferralPolicy } from "@/lib/referrals";
import { referralPolicy } from "@/lib/referrals/schema";

export const save = merchantAction(
  z.object({ policy: referralPolicy }),
  "program:manage",
  (ctx, { policy }) => setReferralPolicy(ctx, policy),
);
