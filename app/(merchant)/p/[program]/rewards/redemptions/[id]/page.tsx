import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { NoAccess } from "@/components/merchant/no-access";
import { DeliveryPanel } from "@/components/merchant/redemptions/delivery-panel";
import { EndDialog } from "@/components/merchant/redemptions/end-dialog";
import { FulfilActions } from "@/components/merchant/redemptions/fulfil-actions";
import { RedemptionCourse } from "@/components/merchant/redemptions/redemption-course";
import {
  CHANNEL_WORDS,
  PARTY_WORDS,
  REDEMPTION_WORDS,
  STEP_WORDS,
} from "@/components/merchant/redemptions/redemption-words";
import { StateChip } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { DefinitionList } from "@/components/ui/definition-list";
import { Time } from "@/components/ui/figures";
import { formatMoney, formatNumber } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { listVouchersById } from "@/lib/benefits";
import { AppError } from "@/lib/core/errors";
import { fromTypeId, toTypeId } from "@/lib/core/ids";
import { previewEnding } from "@/lib/flows/redeem";
import { readMembers } from "@/lib/members";
import { readRedemption } from "@/lib/redemptions";
import {
  isUnderWay,
  type RedemptionDetailDto,
  type RedemptionState,
  stageOf,
} from "@/lib/redemptions/schema";
import { accept, cancel, fulfil, reverse, ship } from "../actions";

export const metadata: Metadata = { title: "Redemption" };

type Props = { params: Promise<{ program: string; id: string }> };

/** How it ends without anybody having to pay for it. */
const LET_GO: ReadonlySet<RedemptionState> = new Set(["cancelled", "failed", "reversed"]);
const VOUCHER_WORDS = { issued: "can be used", used: "used", expired: "expired", withdrawn: "withdrawn" };
const PAYMENT_WORDS = {
  pending: "to be paid",
  paid: "paid",
  refund_due: "refund under way",
  refunded: "paid back",
  failed: "failed",
  cancelled: "not wanted any more",
};

/** One redemption: what it is, for whom, what has happened, and what can be done now. */
export default async function RedemptionPage({ params }: Props) {
  const { program: slug, id } = await params;
  const { ctx, program } = await requireMerchant(slug);
  if (!can(ctx.actor, "redemptions:read")) return <NoAccess permission="redemptions:read" />;
  const redemptionId = fromTypeId("red", id);
  if (redemptionId === null) notFound();
  const order = await readRedemption(ctx, redemptionId).catch((error: unknown) => {
    if (error instanceof AppError && error.status === 404) notFound();
    throw error;
  });
  const { state, reward, steps, memberId, voucherId } = order;
  const words = REDEMPTION_WORDS[stageOf(order)];
  const [[member], [voucher], preview] = await Promise.all([
    memberId === null || !can(ctx.actor, "members:read") ? [] : readMembers(ctx, [memberId]),
    voucherId === null || !can(ctx.actor, "wallet:read") ? [] : listVouchersById(ctx, [voucherId]),
    endingOf(ctx, order),
  ]);
  const { locale, currency } = program;
  const money = (amountMinor: number) => formatMoney(amountMinor, currency, locale);
  const own = { program: slug, redemptionId: id };
  const items: { term: string; value: ReactNode }[] = [
    {
      term: "Member",
      value: memberId !== null && (
        <Link
          href={`/p/${slug}/members/${toTypeId("mem", memberId)}`}
          className="font-medium text-accent-ink hover:underline"
        >
          {member?.name ?? "A member who has left"}
        </Link>
      ),
    },
    { term: "Points", value: formatNumber(order.points, locale) },
  ];
  if (order.payment !== null) {
    const value = `${money(order.amountMinor)}, ${PAYMENT_WORDS[order.payment.state]}`;
    items.push({ term: "Money", value });
  }
  if (order.costMinor && !LET_GO.has(state)) {
    const term = order.partnerId === null ? "What it costs you" : "Owed to the partner";
    items.push({ term, value: money(order.costMinor) });
  }
  items.push({ term: "Asked for", value: <Time at={order.createdAt} formats={program} /> });
  items.push({ term: "Where", value: CHANNEL_WORDS[order.channel] });
  if (order.expiresAt)
    items.push({ term: "Ends by itself", value: <Time at={order.expiresAt} formats={program} /> });
  if (order.reference) items.push({ term: "Reference", value: order.reference });
  if (order.partnerReference) items.push({ term: "Partner’s number", value: order.partnerReference });
  if (voucher !== undefined) {
    items.push({
      term: "Voucher",
      value: (
        <span>
          <span className="font-mono text-sm">{voucher.code}</span> · {VOUCHER_WORDS[voucher.state]}
        </span>
      ),
    });
  }
  if (order.closingNote) items.push({ term: "Why it ended", value: order.closingNote });
  return (
    <>
      <PageHeader
        crumbs={[{ href: `/p/${slug}/rewards/redemptions`, label: "Redemptions" }]}
        title={reward.name}
        state={<StateChip tone={words.tone}>{words.label}</StateChip>}
        description={
          <span className="inline-flex items-center gap-1.5">
            <span className="break-all font-mono text-xs">{id}</span>
            <CopyButton value={id} label="Copy the id" />
          </span>
        }
        actions={
          <>
            {preview !== null && (
              <EndDialog
                order={own}
                command={isUnderWay(state) ? "cancel" : "reverse"}
                preview={preview}
                formats={program}
                pointName={program.pointType.name}
                mayForce={can(ctx.actor, "program:manage")}
                actions={{ cancel, reverse }}
              />
            )}
            {state === "reserved" && can(ctx.actor, "redemptions:write") && (
              <FulfilActions
                order={own}
                stage={stageOf(order)}
                isParcel={reward.kind === "physical"}
                actions={{ accept, ship, fulfil }}
              />
            )}
          </>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel title="What has happened">
          <RedemptionCourse
            steps={steps}
            words={{ steps: STEP_WORDS, parties: PARTY_WORDS }}
            formats={program}
          />
        </Panel>
        <div className="flex flex-col gap-4">
          <Panel title="About it">
            <DefinitionList items={items} />
          </Panel>
          {order.delivery !== null && <DeliveryPanel delivery={order.delivery} locale={locale} />}
        </div>
      </div>
    </>
  );
}

/** What ending it would do, for those who may; null where it cannot be ended. */
async function endingOf(ctx: Parameters<typeof previewEnding>[0], order: RedemptionDetailDto) {
  const { state, redemptionId } = order;
  if (isUnderWay(state) && can(ctx.actor, "redemptions:write"))
    return previewEnding(ctx, redemptionId, "cancel");
  if (state === "fulfilled" && can(ctx.actor, "redemptions:reverse")) {
    return previewEnding(ctx, redemptionId, "reverse");
  }
  return null;
}
