import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { BackLink } from "@/components/member/back-link";
import { ClientMessages } from "@/components/member/client-messages";
import { VoucherSheet } from "@/components/member/redemptions/voucher-sheet";
import { requireMember } from "@/lib/auth/session";
import { readVoucher } from "@/lib/benefits";
import { AppError } from "@/lib/core/errors";
import { fromTypeId } from "@/lib/core/ids";
import { readRedemption } from "@/lib/redemptions";
import { nameFor, textsFor } from "@/lib/redemptions/schema";

type Props = { params: Promise<{ program: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { program, id } = await params;
  return { title: (await find(program, id)).voucher.name };
}

/** One voucher, to be shown at the till. */
export default async function VoucherPage({ params }: Props) {
  const { program: slug, id } = await params;
  const { program, voucher, texts } = await find(slug, id);
  const t = await getTranslations("vouchers");
  return (
    <ClientMessages namespaces={["common"]}>
      <p className="mx-auto max-w-md">
        <BackLink href={`/club/${program.slug}/vouchers`}>{t("title")}</BackLink>
      </p>
      <VoucherSheet voucher={voucher} {...texts} formats={program} />
    </ClientMessages>
  );
}

/** One look-up for the page and its title; what it was had for says how it is used. */
const find = cache(async (slug: string, id: string) => {
  const { ctx, program } = await requireMember(slug);
  const voucherId = fromTypeId("vou", id);
  if (voucherId === null) notFound();
  try {
    const [voucher, locale] = await Promise.all([readVoucher(ctx, voucherId), getLocale()]);
    if (voucher.redemptionId === null) return { program, voucher, texts: { howToUse: "", terms: "" } };
    const { reward } = await readRedemption(ctx, voucher.redemptionId);
    const named = { ...voucher, name: nameFor(reward, locale) };
    return { program, voucher: named, texts: textsFor(reward, locale) };
  } catch (error) {
    if (error instanceof AppError && error.status === 404) notFound();
    throw error;
  }
});
