"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import { startVerification } from "@/lib/verifications";

export const verify = merchantAction(z.object({ program: z.string() }), "ledger:read", (ctx) =>
  startVerification(ctx),
);
