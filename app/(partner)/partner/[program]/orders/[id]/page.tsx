import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { DeliveryPanel } from "@/components/merchant/redemptions/delivery-panel";
import { FulfilActions } from "@/components/merchant/redemptions/fulfil-actions";
import { RedemptionCourse } from "@/components/merchant/redemptions/redemption-course";
import { ORDER_WORDS, PARTY_WORDS, STEP_WORDS } from "@/components/partner/order-words";
import { StateChip } from "@/components/ui/badge";
import { DefinitionList } from "@/components/ui/definition-list";
import { Time } from "@/components/ui/figures";
import { formatMoney } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requirePartner } from "@/lib/auth/session";
import { NotFound } from "@/lib/core/errors";
import { fromTypeId } from "@/lib/core/ids";
import { readRedemption } from "@/lib/redemptions";
import { type Recipient, stageOf } from "@/lib/redemptions/schema";
import { accept, fail, fulfil, ship } from "../actions";

export const metadata: Metadata = { title: "Order" };

/** One order: what it is, where it goes, what has happened, and what the partner can do now. */
export default async function PartnerOrderPage({
  params,
}: {
  params: Promise<{ program: string; id: string }>;
}) {
  const { program: slug, id } = await params;
  const { ctx, program } = await requirePartner(slug);
  const redemptionId = fromTypeId("red", id);
  if (redemptionId === null || !ctx.actor.parts.includes("REWARD_PARTNER")) notFound();
  const order = await readRedemption(ctx, redemptionId).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const { state, reward, delivery, costMinor, createdAt, expiresAt, steps, recipient } = order;
  const { label, tone } = ORDER_WORDS[stageOf(order)];
  const items: { term: string; value: ReactNode }[] = [
    ...(recipient === null ? [] : [{ term: "For", value: <RecipientLine {...recipient} /> }]),
    { term: "Ordered", value: <Time at={createdAt} formats={program} /> },
    { term: "Owed to you", value: formatMoney(costMinor ?? 0, program.currency, program.locale) },
  ];
  if (state === "reserved" && expiresAt) {
    items.push({ term: "Fulfil before", value: <Time at={expiresAt} formats={program} /> });
  }
  if (order.reference) items.push({ term: "Reference", value: order.reference });
  if (order.partnerReference) items.push({ term: "Your number", value: order.partnerReference });
  return (
    <>
      <PageHeader
        crumbs={[{ href: `/partner/${slug}/orders`, label: "Orders" }]}
        title={reward.name}
        state={<StateChip tone={tone}>{label}</StateChip>}
        description={<span className="font-mono text-xs">{id}</span>}
        actions={
          state === "reserved" && (
            <FulfilActions
              order={{ program: slug, redemptionId: id }}
              stage={stageOf(order)}
              isParcel={delivery !== null}
              actions={{ accept, ship, fulfil, fail }}
            />
          )
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Panel title="What happened">
          <RedemptionCourse
            steps={steps}
            words={{ steps: STEP_WORDS, parties: PARTY_WORDS }}
            formats={program}
          />
        </Panel>
        <div className="flex flex-col gap-5">
          <Panel title="Order">
            <DefinitionList items={items} />
          </Panel>
          {delivery && <DeliveryPanel delivery={delivery} locale={program.locale} />}
        </div>
      </div>
    </>
  );
}

function RecipientLine({ name, email }: Recipient) {
  return (
    <>
      <span className="block break-words font-medium">{name}</span>
      {email !== null && (
        <a href={`mailto:${email}`} className="block break-all text-accent-ink hover:underline">
          {email}
        </a>
      )}
    </>
  );
}
