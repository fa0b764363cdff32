import { Medal, Plus } from "lucide-react";
import type { Metadata } from "next";
import { NoAccess } from "@/components/merchant/no-access";
import { TierDialog } from "@/components/merchant/tiers/tier-dialog";
import { TierList } from "@/components/merchant/tiers/tier-list";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { listTiers } from "@/lib/tiers";
import { create, order, remove, rename } from "./actions";

export const metadata: Metadata = { title: "Tiers" };

/** The levels that members can reach. */
export default async function TiersPage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "program:manage")) return <NoAccess permission="program:manage" />;
  const tiers = await listTiers(ctx);
  const newTier = (
    <TierDialog
      tier={null}
      actions={{ create, rename }}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden="true" />
          Add a tier
        </Button>
      }
    />
  );
  return (
    <>
      <PageHeader
        title="Tiers"
        description="Levels that members can have, the highest on top"
        actions={tiers.length > 0 && newTier}
      />
      <div className="overflow-hidden rounded-lg border bg-surface [&>ol]:border-t-0">
        {tiers.length === 0 ? (
          <EmptyState
            title="No tiers yet"
            icon={<Medal aria-hidden="true" />}
            action={newTier}
            example="Gold members get 2 points per 1 €"
          >
            A tier is a level such as Silver or Gold. You give it by hand or let a campaign give it, and
            campaigns can be for its members.
          </EmptyState>
        ) : (
          <TierList tiers={tiers} actions={{ create, rename, order, remove }} />
        )}
      </div>
    </>
  );
}
