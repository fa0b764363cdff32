import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { BackLink } from "@/components/member/back-link";
import { ClientMessages } from "@/components/member/client-messages";
import { homeCountry } from "@/components/member/redemptions/countries";
import { RedeemButton } from "@/components/member/redemptions/redeem-button";
import { RewardSheet } from "@/components/member/rewards/reward-sheet";
import { requireMember } from "@/lib/auth/session";
import { AppError } from "@/lib/core/errors";
import { fromTypeId } from "@/lib/core/ids";
import { readRewardOffer } from "@/lib/flows/browse-rewards";
import { spokenLanguage } from "@/lib/i18n/locales";
import { readMember } from "@/lib/members";
import { partnerLearns } from "@/lib/redemptions/schema";
import { readWallet } from "@/lib/wallet";
import { redeemReward } from "../../orders/actions";

type Props = { params: Promise<{ program: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { program, id } = await params;
  return { title: (await find(program, id)).offer.name };
}

/** One reward: what it is, what it costs the member, how it is used. */
export default async function RewardPage({ params }: Props) {
  const { program: slug, id } = await params;
  const { ctx, program, memberId, offer, locale } = await find(slug, id);
  const t = await getTranslations("rewards");
  const canHaveIt = offer.standing.code === "ready" && offer.price !== null;
  const { currency, timeZone } = program;
  const formats = { locale, currency, timeZone };
  return (
    <ClientMessages namespaces={["rewards", "redemptions", "common"]}>
      <BackLink href={`/club/${program.slug}/rewards`}>{t("back")}</BackLink>
      <RewardSheet
        offer={offer}
        brandHue={program.brandHue}
        formats={formats}
        pointName={program.pointType.name}
        {...(canHaveIt && {
          action: <Redeem ctx={ctx} program={program} memberId={memberId} offer={offer} />,
        })}
      />
    </ClientMessages>
  );
}

type Found = Pick<Awaited<ReturnType<typeof find>>, "ctx" | "program" | "memberId" | "offer">;

/** The button that redeems it, with what the member has to spend. */
async function Redeem({ ctx, program, memberId, offer }: Found) {
  const [{ name }, { available }] = await Promise.all([readMember(ctx, memberId), readWallet(ctx, memberId)]);
  const { id, name: reward, kind, fulfilment, partner, price } = offer;
  if (price === null) return null;
  const isOrdered = fulfilment === "manual" || fulfilment === "partner_api";
  return (
    <RedeemButton
      program={{ slug: program.slug, currency: program.currency, pointName: program.pointType.name }}
      reward={{ id, name: reward, kind, price, partner, learns: isOrdered ? partnerLearns(kind) : null }}
      member={{ name, available, country: homeCountry(program) }}
      redeem={redeemReward}
    />
  );
}

/** One look-up for the page and its title. */
const find = cache(async (slug: string, id: string) => {
  const { ctx, program, memberId } = await requireMember(slug);
  const rewardId = fromTypeId("rwd", id);
  if (rewardId === null) notFound();
  const locale = await getLocale();
  const asked = { memberId, language: spokenLanguage(locale) };
  const offer = await readRewardOffer(ctx, asked, rewardId).catch((error: unknown) => {
    if (error instanceof AppError && error.status === 404) notFound();
    throw error;
  });
  return { ctx, program, memberId, offer, locale };
});
