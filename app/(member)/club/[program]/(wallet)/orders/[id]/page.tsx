import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache, type ReactNode } from "react";
import { BackLink } from "@/components/member/back-link";
import { ClientMessages } from "@/components/member/client-messages";
import { pointWords } from "@/components/member/point-words";
import { CancelOrderButton, PayButton } from "@/components/member/redemptions/order-actions";
import { OrderBadge } from "@/components/member/redemptions/order-badge";
import { OrderCourse } from "@/components/member/redemptions/order-course";
import { WalletSection } from "@/components/member/wallet-section";
import { ButtonLink } from "@/components/ui/button-link";
import { formatMoney, formatTime } from "@/components/ui/format";
import { requireMember } from "@/lib/auth/session";
import { AppError } from "@/lib/core/errors";
import { fromTypeId, toTypeId } from "@/lib/core/ids";
import { refreshPayment } from "@/lib/flows/redeem";
import type { PaymentState } from "@/lib/payments/schema";
import { readRedemption } from "@/lib/redemptions";
import { canMemberCancel, nameFor } from "@/lib/redemptions/schema";
import { cancelOrder, payOrder } from "../actions";

/** Money has moved, whether or not it came back. */
const PAID: ReadonlySet<PaymentState> = new Set(["paid", "refund_due", "refunded"]);

type Props = { params: Promise<{ program: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { program, id } = await params;
  return { title: (await find(program, id)).name };
}

/** One redemption: how it stands, what has happened, and what the member can still do about it. */
export default async function OrderPage({ params }: Props) {
  const { program: slug, id } = await params;
  const { program, order, name, locale } = await find(slug, id);
  const [t, common] = await Promise.all([getTranslations("redemptions"), getTranslations("common")]);
  const points = pointWords(common, locale, program.pointType.name);
  const { state, payment, expiresAt, delivery, acceptedAt, steps, closingNote, voucherId } = order;
  const money = formatMoney(order.amountMinor, program.currency, locale);
  const cost = points.amount(order.points);
  const until =
    expiresAt === null ? "" : formatTime(expiresAt, "short", { locale, timeZone: program.timeZone });
  const price =
    order.amountMinor === 0 ? cost : order.points === 0 ? money : t("both", { points: cost, amount: money });
  const wasPaid = payment !== null && PAID.has(payment.state);
  const isDue = state === "requested" && payment?.state === "pending";
  const club = `/club/${program.slug}`;
  const own = { program: program.slug, id };
  return (
    <ClientMessages namespaces={["redemptions", "common"]}>
      <div className="mx-auto max-w-xl">
        <BackLink href={`${club}/orders`}>{t("orders")}</BackLink>
        <h1 className="break-words text-2xl">
          <bdi>{name}</bdi>
        </h1>
        <p className="mt-2">
          <OrderBadge order={order} />
        </p>
        {closingNote !== null && (
          <p dir="auto" className="mt-3 break-words text-base text-ink-2">
            {closingNote}
          </p>
        )}
        {expiresAt !== null && (
          <p className="mt-3 text-pretty text-base text-ink-2">
            {t(isDue ? "payUntil" : "keptUntil", { when: until })}
          </p>
        )}
        <div className="mt-4 flex flex-col gap-2.5 empty:hidden">
          {isDue && <PayButton {...own} label={t("pay", { amount: money })} pay={payOrder} />}
          {voucherId !== null && (
            <ButtonLink href={`${club}/vouchers/${toTypeId("vou", voucherId)}`} variant="accent" size="lg">
              {t("showVoucher")}
            </ButtonLink>
          )}
          {canMemberCancel(state, acceptedAt) && (
            <CancelOrderButton
              {...own}
              points={order.points > 0 ? cost : null}
              refund={payment?.state === "paid" ? money : null}
              cancel={cancelOrder}
            />
          )}
        </div>
        <dl className="mt-5 divide-y border-y text-base">
          <Line label={t("price")}>{price}</Line>
          {wasPaid && <Line label={t("paid")}>{money}</Line>}
          {delivery !== null && (
            <Line label={t("sentTo")}>
              <bdi>{delivery.name}</bdi>
              <br />
              <bdi>
                {[delivery.line1, delivery.line2, `${delivery.postalCode} ${delivery.city}`, delivery.region]
                  .filter((part) => part !== "")
                  .join(", ")}
              </bdi>
              <br />
              {new Intl.DisplayNames(locale, { type: "region" }).of(delivery.country)}
            </Line>
          )}
          <Line label={t("number")}>
            <span className="break-all font-mono text-sm" dir="ltr">
              {id}
            </span>
          </Line>
        </dl>
        <WalletSection title={t("course")} className="mt-7">
          <OrderCourse steps={steps} timeZone={program.timeZone} />
        </WalletSection>
      </div>
    </ClientMessages>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-6 py-2.5">
      <dt className="shrink-0 text-ink-2">{label}</dt>
      <dd className="min-w-0 text-end">{children}</dd>
    </div>
  );
}

/** One look-up for the page and its title. Who comes back from paying is not kept waiting for word of it. */
const find = cache(async (slug: string, id: string) => {
  const { ctx, program } = await requireMember(slug);
  const redemptionId = fromTypeId("red", id);
  if (redemptionId === null) notFound();
  try {
    await refreshPayment(ctx, redemptionId);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.status === 404) notFound();
  }
  const [order, locale] = await Promise.all([readRedemption(ctx, redemptionId), getLocale()]);
  return { program, order, locale, name: nameFor(order.reward, locale) };
});
