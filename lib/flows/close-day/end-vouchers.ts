import { expireVouchers } from "@/lib/benefits";
import type { DayStep } from "./day";

/** Vouchers whose last day was the one before expire, all of them by one statement. */
export const endVouchers: DayStep = {
  name: "vouchers",
  async list(tx, { ctx, day, now }) {
    await expireVouchers(tx, ctx.programId, day, now);
    return 0;
  },
  work: async () => null,
};
