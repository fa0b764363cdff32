"use server";

import { redirect } from "next/navigation";
import { memberContext } from "@/lib/auth/session";
import { fromTypeId } from "@/lib/core/ids";
import { endTestPayment } from "@/lib/flows/redeem";

/** Ends a payment that is only played, and goes back to where it began. */
export async function endPayment(form: FormData): Promise<void> {
  const program = String(form.get("program") ?? "");
  const ctx = await memberContext(program);
  const paymentId = fromTypeId("pay", String(form.get("payment") ?? ""));
  const answer = form.get("answer") === "paid" ? "paid" : "failed";
  if (paymentId !== null) await endTestPayment(ctx, paymentId, answer);
  redirect(pathOf(String(form.get("return") ?? ""), program));
}

/** Only pages of this club are gone back to. */
function pathOf(address: string, program: string): string {
  const home = `/club/${program}`;
  const path = URL.canParse(address) ? new URL(address).pathname : home;
  return path.startsWith(`${home}/`) ? path : home;
}
