"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import { setPurposes } from "@/lib/consents";
import { purposesInput } from "@/lib/consents/schema";
import { previewRetention, setPrivacyPolicy } from "@/lib/privacy";
import { privacyPolicy } from "@/lib/privacy/schema";

const withPolicy = z.object({ policy: privacyPolicy });

export const savePolicy = merchantAction(withPolicy, "program:manage", (ctx, { policy }) =>
  setPrivacyPolicy(ctx, policy),
);

export const previewPolicy = merchantAction(withPolicy, "program:manage", (ctx, { policy }) =>
  previewRetention(ctx, policy.retention),
);

export const savePurposes = merchantAction(
  z.object({ purposes: purposesInput }),
  "program:manage",
  async (ctx, { purposes }) => ({ items: [...(await setPurposes(ctx, purposes))] }),
);
