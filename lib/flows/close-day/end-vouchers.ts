import { expireVouchers } from "@/lib/benefits";
import { lapseCodes } from "@/lib/rewards";
import type { DayStep } from "./day";

/** Vouchers whose last day was the one before expire, and so do codes that nobody has yet: each by one statement. */
export const endVouchers: DayStep = {
  name: "vouchers",
  async list(tx, { ctx, day, now }) {
    await expireVouchers(tx, ctx.programId, day, now);
    await lapseCodes(tx, ctx.programId, day);
    return 0;
  },
  work: async () => null,
};
