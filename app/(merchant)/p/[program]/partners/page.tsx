import { Handshake, Plus } from "lucide-react";
import type { Metadata } from "next";
import { NoAccess } from "@/components/merchant/no-access";
import { AddPartnerDialog } from "@/components/merchant/partners/add-partner-dialog";
import { partsInWords } from "@/components/merchant/partners/partner-words";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { formatNumber } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import type { ParticipantRole } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { toTypeId } from "@/lib/core/ids";
import { listPartners, type PartnerDto } from "@/lib/partners";
import { add } from "./actions";

export const metadata: Metadata = { title: "Partners" };

/** What sponsors have no part in. */
const NONE = <span className="text-ink-3">–</span>;
const supplies = (parts: readonly ParticipantRole[]) => parts.includes("REWARD_PARTNER");

/** The companies that supply rewards or pay for campaigns. */
export default async function PartnersPage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "partners:manage")) return <NoAccess permission="partners:manage" />;
  const partners = await listPartners(ctx);
  const dialog = (
    <AddPartnerDialog
      program={program.slug}
      add={add}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden="true" />
          Add a partner
        </Button>
      }
    />
  );
  return (
    <>
      <PageHeader
        title="Partners"
        description="Companies that supply rewards, or pay for campaigns"
        actions={dialog}
      />
      <Panel flush>
        <DataTable<PartnerDto>
          caption="Partners of the program"
          rows={partners}
          rowKey={({ partnerId }) => partnerId}
          rowHref={({ partnerId }) => `/p/${program.slug}/partners/${toTypeId("org", partnerId)}`}
          empty={
            <EmptyState
              title="No partners yet"
              icon={<Handshake aria-hidden="true" />}
              example="“Alpine Roasters supplies tastings and fulfils them; we owe it €2.50 for each.”"
            >
              Partners get a portal of their own: reward partners see their rewards, codes and orders and what
              they are owed, sponsors see the campaigns that they pay for. Neither sees anything else.
            </EmptyState>
          }
          columns={[
            {
              key: "name",
              header: "Company",
              cell: ({ name, contactEmail }) => (
                <>
                  <span className="block break-words font-medium">{name}</span>
                  {contactEmail && <span className="block break-all text-ink-3 text-xs">{contactEmail}</span>}
                </>
              ),
            },
            { key: "parts", header: "Part", hideBelow: "sm", cell: ({ parts }) => partsInWords(parts) },
            {
              key: "rewards",
              header: "Rewards",
              align: "end",
              hideBelow: "md",
              cell: ({ parts, publishedRewards }) =>
                supplies(parts) ? formatNumber(publishedRewards, program.locale) : NONE,
            },
            {
              key: "orders",
              header: "Open orders",
              align: "end",
              cell: ({ parts, openOrders }) =>
                supplies(parts) ? formatNumber(openOrders, program.locale) : NONE,
            },
            {
              key: "people",
              header: "People",
              align: "end",
              hideBelow: "md",
              cell: ({ people }) => formatNumber(people, program.locale),
            },
          ]}
        />
      </Panel>
    </>
  );
}
