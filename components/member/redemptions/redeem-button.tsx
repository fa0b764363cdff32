"use client";

import { Check } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useAction } from "@/components/member/use-action";
import { usePoints } from "@/components/member/use-points";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Dialog } from "@/components/ui/dialog";
import { formatMoney } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/actions";
import type { Delivery } from "@/lib/redemptions/schema";
import { DeliveryFields } from "./delivery-fields";

export type RedeemWish = {
  program: string;
  /** TypeID of the reward. */
  rewardId: string;
  priceShown: { points: number; amountMinor: number };
  delivery?: Delivery | undefined;
  /** Makes pressing twice the same as pressing once. */
  key: string;
};

export type Redeemed = {
  /** TypeIDs; the voucher's where there is one at once. */
  redemptionId: string;
  voucherId: string | null;
  /** Where it is paid; null: nothing is due. */
  payUrl: string | null;
};

type Props = {
  program: { slug: string; currency: string; pointName: string };
  reward: {
    id: string;
    name: string;
    kind: string;
    price: { points: number; amountMinor: number };
    /** Who supplies it; null: the program itself. */
    partner: string | null;
    /** What that partner is told of the member. */
    learns: "name" | "email" | null;
  };
  member: { name: string; available: number; country: string };
  redeem: (wish: RedeemWish) => Promise<ActionResult<Redeemed>>;
};

/** Redeems a reward: a last look with what it costs and what is left, then the voucher, the order or the payment. */
export function RedeemButton(props: Props) {
  const t = useTranslations("redemptions");
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<Redeemed | null>(null);
  const router = useRouter();

  function show(next: boolean) {
    setOpen(next);
    if (next) return;
    if (done !== null) router.refresh();
    setDone(null);
  }

  return (
    <Dialog
      shape="reach"
      open={open}
      onOpenChange={show}
      title={done === null ? t("confirmTitle", { reward: props.reward.name }) : t(titleOf(done))}
      trigger={
        <Button variant="accent" size="lg" className="w-full md:w-auto md:min-w-48">
          {t("redeem")}
        </Button>
      }
    >
      {done === null ? <LastLook {...props} onDone={setDone} /> : <Outcome {...props} done={done} />}
    </Dialog>
  );
}

function titleOf({ voucherId }: Redeemed): "yours" | "ordered" {
  return voucherId === null ? "ordered" : "yours";
}

function LastLook({ program, reward, member, redeem, onDone }: Props & { onDone: (done: Redeemed) => void }) {
  const t = useTranslations("redemptions");
  const locale = useLocale();
  const points = usePoints(program.pointName);
  const [key] = useState(() => crypto.randomUUID());
  const { run, pending, fields, message } = useAction(redeem);
  const [delivery, setDelivery] = useState<Delivery>({
    name: member.name,
    line1: "",
    line2: "",
    postalCode: "",
    city: "",
    region: "",
    country: member.country,
    phone: "",
  });
  const { price, kind, partner, learns } = reward;
  const isParcel = kind === "physical";
  const isPaid = price.amountMinor > 0;
  const money = formatMoney(price.amountMinor, program.currency, locale);
  const cost = points.amount(price.points);

  async function confirm(event: FormEvent) {
    event.preventDefault();
    const wish = { program: program.slug, rewardId: reward.id, priceShown: price, key };
    const done = await run({ ...wish, ...(isParcel && { delivery }) });
    if (done === null) return;
    if (done.payUrl === null) onDone(done);
    else window.location.assign(done.payUrl);
  }

  const errors = Object.fromEntries(
    Object.entries(fields).map(([pointer, detail]) => [pointer.replace("delivery/", ""), detail]),
  );
  return (
    <form onSubmit={confirm} noValidate>
      <dl className="divide-y border-y text-base">
        <Line
          label={t("price")}
          value={isPaid ? (price.points > 0 ? t("both", { points: cost, amount: money }) : money) : cost}
        />
        <Line label={t("youHave")} value={points.amount(member.available)} />
        <Line label={t("left")} value={points.amount(member.available - price.points)} />
      </dl>
      {isParcel && <DeliveryFields value={delivery} onChange={setDelivery} errors={errors} />}
      {partner !== null && learns !== null && (
        <p className="mt-4 text-ink-2 text-sm">{t(`partnerLearns.${learns}`, { partner })}</p>
      )}
      {message && (
        <Notice tone="bad" className="mt-4">
          {message}
        </Notice>
      )}
      <Button type="submit" variant="accent" size="lg" pending={pending} className="mt-5 w-full">
        {isPaid ? t("toPayment") : t(isParcel ? "order" : "confirm", { points: cost })}
      </Button>
    </form>
  );
}

function Line({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex items-baseline justify-between gap-4 py-2.5">
      <dt className="text-ink-2">{label}</dt>
      <dd className="font-medium tabular-nums">
        <bdi>{value}</bdi>
      </dd>
    </div>
  );
}

function Outcome({ program, reward, done }: Props & { done: Redeemed }) {
  const t = useTranslations("redemptions");
  const club = `/club/${program.slug}`;
  const isVoucher = done.voucherId !== null;
  return (
    <div className="flex flex-col items-center pt-2 text-center" role="status">
      <span className="grid size-12 place-items-center rounded-lg bg-good-soft text-good-ink">
        <Check aria-hidden="true" className="size-6" />
      </span>
      <p className="mt-3 text-pretty text-base text-ink-2">
        {t(isVoucher ? "yoursText" : "orderedText", { reward: reward.name })}
      </p>
      <ButtonLink
        href={isVoucher ? `${club}/vouchers/${done.voucherId}` : `${club}/orders/${done.redemptionId}`}
        variant="accent"
        size="lg"
        className="mt-5 w-full"
      >
        {t(isVoucher ? "showVoucher" : "showOrder")}
      </ButtonLink>
    </div>
  );
}
