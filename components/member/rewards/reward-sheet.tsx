"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { pointWords } from "@/components/member/point-words";
import { classNames } from "@/components/ui/class-names";
import { type Formats, formatMoney, formatTime } from "@/components/ui/format";
import { Markdown } from "@/components/ui/markdown";
import type { RewardOfferDetail } from "@/lib/rewards/schema";
import { RewardArt } from "./reward-art";
import { priceInWords } from "./reward-words";
import { StandingLine } from "./standing-line";

/** Everything there is to know of a reward before it is redeemed. */
export function RewardSheet({
  offer,
  brandHue,
  formats,
  pointName,
  action,
}: {
  offer: RewardOfferDetail;
  brandHue: number | null;
  formats: Formats;
  pointName: string;
  /** The button that redeems it; nothing where it cannot be had. */
  action?: ReactNode;
}) {
  const t = useTranslations("rewards");
  const common = useTranslations("common");
  const points = pointWords(common, useLocale(), pointName);
  const price = priceInWords(offer.price, { t, points, formats });
  const above = [offer.category?.name, offer.partner && t("from", { partner: offer.partner })].filter(
    Boolean,
  );
  return (
    <article
      className={classNames(
        "grid gap-x-10 gap-y-6 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]",
        // Room for the action, which stands over the page's end on phones.
        action !== undefined && "max-md:pb-16",
      )}
    >
      <RewardArt
        id={offer.id}
        image={offer.image}
        brandHue={brandHue}
        sizes="(min-width: 48rem) 30rem, 100vw"
        priority
        className="aspect-[4/3] rounded-xl md:sticky md:top-6 md:self-start"
      />
      <div className="flex min-w-0 flex-col gap-6">
        <header>
          {above.length > 0 && <p className="text-ink-3 text-sm">{above.join(" · ")}</p>}
          <h1 className="mt-0.5 break-words text-2xl">
            <bdi>{offer.name}</bdi>
          </h1>
          {offer.summary && <p className="mt-1.5 text-pretty text-ink-2 text-md">{offer.summary}</p>}
          {price !== null && (
            <p className="mt-4 font-semibold text-xl tracking-tight">
              <bdi>{price}</bdi>
            </p>
          )}
          <StandingLine
            offer={offer}
            formats={formats}
            pointName={pointName}
            tiles={30}
            className="mt-2 max-w-sm"
          />
          <p className="mt-1 flex flex-wrap gap-x-3 text-sm text-warn-ink empty:hidden">
            {offer.left !== null && offer.left > 0 && <span>{t("left", { count: offer.left })}</span>}
            {offer.endsAt !== null && offer.standing.code !== "over" && (
              <span>{t("until", { day: formatTime(offer.endsAt, "short", formats) })}</span>
            )}
          </p>
        </header>
        {action && (
          <div className="max-md:fixed max-md:inset-x-0 max-md:bottom-[calc(3.5rem+env(safe-area-inset-bottom))] max-md:z-10 max-md:border-t max-md:bg-paper/92 max-md:px-4 max-md:py-3 max-md:backdrop-blur-md">
            {action}
          </div>
        )}
        <Part title={t("about")} source={offer.description} />
        <Part title={t("howToUse")} source={offer.howToUse} />
        <Facts offer={offer} formats={formats} />
        <Part title={t("terms")} source={offer.terms} quiet />
      </div>
    </article>
  );
}

function Part({ title, source, quiet = false }: { title: string; source: string; quiet?: boolean }) {
  if (source.trim() === "") return null;
  return (
    <section>
      <h2 className="text-lg">{title}</h2>
      <Markdown
        source={source}
        className={quiet ? "mt-1.5 text-ink-3 text-sm" : "mt-1.5 text-base text-ink-2"}
      />
    </section>
  );
}

/** What its settings say to the member. */
function Facts({ offer, formats }: { offer: RewardOfferDetail; formats: Formats }) {
  const t = useTranslations("rewards");
  const { kind, fulfilment, partner, valueMinor, validDays, perMember, stores } = offer;
  const money = valueMinor === null ? "" : formatMoney(valueMinor, formats.currency, formats.locale);
  const facts = [
    fulfilment === "partner_api" && partner !== null
      ? t("facts.partner_api", { partner })
      : t(`facts.${fulfilment === "partner_api" ? "manual" : fulfilment}`),
    valueMinor !== null && kind === "cash_discount" && t("facts.value", { money }),
    valueMinor !== null && kind === "donation" && t("facts.donation", { money }),
    validDays !== null && fulfilment === "code" && t("facts.validDays", { count: validDays }),
    perMember !== null && t("facts.perMember", perMember),
    stores.length > 0 && t("facts.stores", { stores: new Intl.ListFormat(formats.locale).format(stores) }),
  ].filter((fact) => fact !== false);
  return (
    <section>
      <h2 className="text-lg">{t("good")}</h2>
      <ul className="mt-1.5 flex list-disc flex-col gap-1 ps-5 text-base text-ink-2 marker:text-ink-3">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </section>
  );
}
