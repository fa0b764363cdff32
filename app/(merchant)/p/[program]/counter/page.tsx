import type { Metadata } from "next";
import { CounterScreen } from "@/components/merchant/counter/counter-screen";
import { NoAccess } from "@/components/merchant/no-access";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { listStores } from "@/lib/events";
import { earn, giveBack, identify, open, redeem, take, undoEarn } from "./actions";

export const metadata: Metadata = { title: "Counter" };

/** Where members are served: scan, earn, redeem, and take vouchers. */
export default async function CounterPage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "vouchers:use")) return <NoAccess permission="vouchers:use" />;
  return (
    <CounterScreen
      stores={await listStores(ctx)}
      actions={{ identify, open, earn, undoEarn, redeem, take, giveBack }}
    />
  );
}
