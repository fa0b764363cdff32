"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import { createPointType, setLedgerPolicy, updatePointType } from "@/lib/programs";
import { ledgerPolicyChange, pointTypeChange, pointTypeInput } from "@/lib/programs/schema";

export const create = merchantAction(
  z.object({ pointType: pointTypeInput }),
  "program:manage",
  async (ctx, { pointType }) => {
    const { code } = await createPointType(ctx, pointType);
    return { code };
  },
);

export const change = merchantAction(
  z.object({ code: z.string().max(40), change: pointTypeChange }),
  "program:manage",
  async (ctx, input) => {
    const { code } = await updatePointType(ctx, input.code, input.change);
    return { code };
  },
);

export const changePolicy = merchantAction(
  z.object({ policy: ledgerPolicyChange }),
  "program:manage",
  (ctx, { policy }) => setLedgerPolicy(ctx, policy),
);
