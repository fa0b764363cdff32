import type { Metadata } from "next";
import { CounterScreen } from "@/components/merchant/counter/counter-screen";
import { NoAccess } from "@/components/merchant/no-access";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { listStores } from "@/lib/events";
import { listActions } from "@/lib/flows/serve-at-counter";
import { earn, giveBack, identify, open, redeem, take, takeBack, today, undoEarn } from "./actions";

export const metadata: Metadata = { title: "Counter" };

/** Where members are served: scan, earn, redeem, and take vouchers. */
export default async function CounterPage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "vouchers:use")) return <NoAccess permission="vouchers:use" />;
  const [stores, done] = await Promise.all([listStores(ctx), listActions(ctx)]);
  return (
    <CounterScreen
      stores={stores}
      today={done}
      actions={{ identify, open, earn, undoEarn, redeem, take, giveBack, today, takeBack }}
    />
  );
}
