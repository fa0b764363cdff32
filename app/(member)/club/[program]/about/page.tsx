import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LanguageSwitch } from "@/components/member/language-switch";
import { pointWords } from "@/components/member/point-words";
import { HeroCard } from "@/components/site/landing/hero-card";
import { HowItWorks } from "@/components/site/landing/how-it-works";
import { PublicOffers } from "@/components/site/landing/public-offers";
import { PublicRewards } from "@/components/site/landing/public-rewards";
import { ButtonLink } from "@/components/ui/button-link";
import { CardMosaic, cardGround } from "@/components/ui/mosaic";
import { pictureAddress } from "@/components/ui/picture";
import { ProgramMark } from "@/components/ui/program-mark";
import { currentMember } from "@/lib/auth/session";
import { listPublicOffers } from "@/lib/campaigns";
import { publicAddress } from "@/lib/config/public-address";
import { systemClock } from "@/lib/core/clock";
import { formatsOf } from "@/lib/i18n/formats";
import { spokenLanguage } from "@/lib/i18n/locales";
import { readPublicReferrals } from "@/lib/referrals";
import { listPublicRewards } from "@/lib/rewards";
import { chooseLanguage } from "../choose-language";
import { clubProgram } from "../club-program";
import { iconAddress } from "../icon-address";

/** More than these nobody reads before they join. */
const MOST_OFFERS = 6;
const MOST_REWARDS = 8;

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<{ ref?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const program = await clubProgram((await params).program);
  const [t, common, locale] = await Promise.all([
    getTranslations("landing"),
    getTranslations("common"),
    getLocale(),
  ]);
  const { name } = pointWords(common, locale, program.pointType.name);
  const home = `/club/${program.slug}`;
  const title = program.brand.tagline ?? t("headline", { points: name, program: program.name });
  const description = t("description", { points: name, program: program.name });
  const picture = program.brand.cardImage ?? program.brand.logo;
  const image = picture === null ? iconAddress(program, 512) : pictureAddress(picture, 1_080);
  return {
    metadataBase: new URL(publicAddress()),
    title: { absolute: `${program.name} · ${title}` },
    description,
    alternates: { canonical: `${home}/about` },
    openGraph: {
      type: "website",
      siteName: program.name,
      title,
      description,
      url: `${home}/about`,
      locale: locale.replace("-", "_"),
      images: [{ url: image }],
    },
    twitter: {
      card: picture === null ? "summary" : "summary_large_image",
      title,
      description,
      images: [image],
    },
  };
}

/**
 * What the club is, for whoever is no member yet: how it works, what there is to earn and to get, and the way in. It has
 * an address of its own, to be shared, previewed and found, so that the club's own stays the start of the installed
 * wallet. All that it shows is remembered per program; only the words follow the visitor.
 */
export default async function AboutPage({ params, searchParams }: Props) {
  const program = await clubProgram((await params).program);
  const { ref } = await searchParams;
  const referral = typeof ref === "string" && ref !== "" ? ref.slice(0, 32) : null;
  const [t, common, locale] = await Promise.all([
    getTranslations("landing"),
    getTranslations("common"),
    getLocale(),
  ]);
  const { programId, brand, brandHue, currency } = program;
  const [member, offers, rewards, referrals] = await Promise.all([
    currentMember(programId),
    listPublicOffers({ programId, clock: systemClock }, locale),
    listPublicRewards(programId, spokenLanguage(locale), MOST_REWARDS),
    referral === null ? null : readPublicReferrals(programId),
  ]);
  const formats = formatsOf(locale);
  const points = pointWords(common, locale, program.pointType.name);
  const home = `/club/${program.slug}`;
  const join = `${home}/join${referral === null ? "" : `?ref=${encodeURIComponent(referral)}`}`;
  const prices = rewards.map(({ price: { points: amount, amountMinor } }) =>
    amountMinor === 0
      ? points.amount(amount)
      : t("plusMoney", { points: points.amount(amount), money: formats.money(amountMinor, currency) }),
  );
  const cheapest = rewards.filter(({ price }) => price.amountMinor === 0).map(({ price }) => price.points);
  const cta = (
    <ButtonLink href={member === null ? join : home} variant="accent" size="lg">
      {member === null ? t("join") : t("myCard")}
    </ButtonLink>
  );
  return (
    <div className="mx-auto flex min-h-dvh max-w-6xl flex-col px-5 pt-[env(safe-area-inset-top)] sm:px-8">
      <header className="flex items-center justify-between gap-4 py-5">
        <p className="flex min-w-0 items-center gap-2.5 font-semibold text-md">
          <ProgramMark id={programId} hue={brandHue} logo={brand.logo} size={32} />
          <span className="truncate">{program.name}</span>
        </p>
        {member === null && (
          <ButtonLink href={`${home}/sign-in`} variant="ghost">
            {t("signIn")}
          </ButtonLink>
        )}
      </header>
      <main id="main" className="flex flex-col gap-16 pt-6 pb-16 sm:gap-24 sm:pt-12">
        <section className="grid items-center gap-10 md:grid-cols-[minmax(0,1fr)_minmax(0,25rem)] md:gap-16">
          <div>
            <h1 className="text-balance font-semibold text-[2.25rem] leading-[1.08] tracking-tight sm:text-display">
              {brand.tagline ?? t("headline", { points: points.name, program: program.name })}
            </h1>
            <p className="mt-4 max-w-xl text-pretty text-ink-2 text-lg">
              {referrals !== null && referrals.refereePoints > 0
                ? t("invited", { points: points.amount(referrals.refereePoints) })
                : t("lead")}
            </p>
            <div className="mt-7 flex flex-wrap gap-3">{cta}</div>
          </div>
          <HeroCard
            label={t("sampleCard")}
            id={programId}
            hue={brandHue}
            name={program.name}
            image={brand.cardImage}
            pattern={brand.cardPattern}
          />
        </section>
        <HowItWorks
          title={t("how")}
          steps={[
            { title: t("step1"), text: t("step1Text") },
            { title: t("step2"), text: offers[0]?.sentence ?? t("step2Text", { points: points.name }) },
            {
              title: t("step3"),
              text:
                cheapest.length === 0
                  ? t("step3Text", { points: points.name })
                  : t("step3From", { points: points.name, price: points.amount(Math.min(...cheapest)) }),
            },
          ]}
        />
        {offers.length > 0 && (
          <PublicOffers title={t("offers")} offers={offers.slice(0, MOST_OFFERS)} hue={brandHue} />
        )}
        {rewards.length > 0 && (
          <PublicRewards
            title={t("rewards")}
            hue={brandHue}
            rewards={rewards.map(({ id, name, summary, image }, index) => ({
              id,
              name,
              summary,
              image,
              price: prices[index] ?? "",
            }))}
          />
        )}
        {member === null && (
          <section
            className="relative isolate flex flex-col items-start gap-5 overflow-hidden rounded-xl px-6 py-10 text-[oklch(0.97_0.012_80)] sm:px-10"
            style={{ background: cardGround(brandHue) }}
          >
            <CardMosaic
              id={`${programId}:closing`}
              hue={brandHue}
              className="-z-10 max-sm:opacity-35 rtl:-scale-x-100"
            />
            <h2 className="max-w-[60%] text-balance text-2xl">{t("closing")}</h2>
            {cta}
          </section>
        )}
      </main>
      <footer className="mt-auto flex flex-wrap items-center justify-between gap-4 border-t py-6 text-ink-2 text-sm">
        <p>{program.name}</p>
        <LanguageSwitch choose={chooseLanguage} />
      </footer>
    </div>
  );
}
