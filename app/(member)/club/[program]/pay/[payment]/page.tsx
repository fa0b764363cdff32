import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { WalletLink } from "@/components/member/wallet-link";
import { Button } from "@/components/ui/button";
import { formatMoney } from "@/components/ui/format";
import { requireMember } from "@/lib/auth/session";
import { AppError } from "@/lib/core/errors";
import { fromTypeId } from "@/lib/core/ids";
import { readTestPayment } from "@/lib/flows/redeem";
import { endPayment } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("redemptions"))("testPayment.title") };
}

type Props = {
  params: Promise<{ program: string; payment: string }>;
  searchParams: Promise<{ return?: string | string[] }>;
};

/** The page of the payment provider without money: says pay, or decline. */
export default async function TestPaymentPage({ params, searchParams }: Props) {
  const { program: slug, payment: id } = await params;
  const { ctx, program } = await requireMember(slug);
  const paymentId = fromTypeId("pay", id);
  if (paymentId === null) notFound();
  const [t, locale, payment] = await Promise.all([
    getTranslations("redemptions"),
    getLocale(),
    readTestPayment(ctx, paymentId).catch((error: unknown) => {
      if (error instanceof AppError && error.status === 404) notFound();
      throw error;
    }),
  ]);
  return (
    <main id="main" className="mx-auto flex min-h-dvh max-w-md flex-col justify-center px-5 py-10">
      <h1 className="text-2xl">{t("testPayment.title")}</h1>
      <p className="mt-1.5 text-pretty text-base text-ink-2">{t("testPayment.text")}</p>
      <dl className="mt-6 flex items-baseline justify-between gap-4 border-y py-3.5 text-md">
        <dt className="min-w-0 break-words text-ink-2">{payment.reward}</dt>
        <dd className="font-medium tabular-nums">
          <bdi>{formatMoney(payment.amountMinor, payment.currency, locale)}</bdi>
        </dd>
      </dl>
      {payment.isPending ? (
        <form action={endPayment} className="mt-6 flex flex-col gap-2.5">
          <input type="hidden" name="program" value={program.slug} />
          <input type="hidden" name="payment" value={id} />
          <input type="hidden" name="return" value={String((await searchParams).return ?? "")} />
          <Button type="submit" name="answer" value="paid" variant="accent" size="lg">
            {t("testPayment.pay")}
          </Button>
          <Button type="submit" name="answer" value="failed" size="lg">
            {t("testPayment.decline")}
          </Button>
        </form>
      ) : (
        <p className="mt-6 text-base">
          {t("testPayment.over")}{" "}
          <WalletLink href={`/club/${program.slug}/orders`} className="font-medium text-accent-ink underline">
            {t("testPayment.return")}
          </WalletLink>
        </p>
      )}
    </main>
  );
}
