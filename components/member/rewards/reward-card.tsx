import { useLocale, useTranslations } from "next-intl";
import { pointWords } from "@/components/member/point-words";
import { WalletLink } from "@/components/member/wallet-link";
import { classNames } from "@/components/ui/class-names";
import type { Formats } from "@/components/ui/format";
import type { RewardOffer } from "@/lib/rewards/schema";
import { RewardArt } from "./reward-art";
import { priceInWords } from "./reward-words";
import { StandingLine } from "./standing-line";

/** Half the wallet's width on a phone, a third of it where there is room; the margins are not the picture's. */
const SIZES = "(min-width: 64rem) 20rem, (min-width: 40rem) 31vw, 44vw";

/** A reward in the catalogue: picture, name, price, and whether the member can have it. */
export function RewardCard({
  offer,
  href,
  brandHue,
  formats,
  pointName,
  priority = false,
}: {
  offer: RewardOffer;
  /** Null: it leads nowhere, as in a preview. */
  href: string | null;
  brandHue: number | null;
  formats: Formats;
  pointName: string;
  priority?: boolean;
}) {
  const t = useTranslations("rewards");
  const common = useTranslations("common");
  const points = pointWords(common, useLocale(), pointName);
  const price = priceInWords(offer.price, { t, points, formats });
  const isGone = offer.standing.code === "sold_out";
  return (
    <article className="relative flex h-full flex-col overflow-hidden rounded-lg border bg-surface has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2">
      <RewardArt
        id={offer.id}
        image={offer.image}
        brandHue={brandHue}
        sizes={SIZES}
        priority={priority}
        className={classNames("aspect-[4/3]", isGone && "opacity-55 grayscale")}
      />
      <div className="flex flex-1 flex-col p-3 sm:p-3.5">
        <h2 className="break-words text-base leading-snug sm:text-md">
          {href === null ? (
            offer.name
          ) : (
            <WalletLink href={href} className="after:absolute after:inset-0 focus-visible:outline-none">
              <bdi>{offer.name}</bdi>
            </WalletLink>
          )}
        </h2>
        {offer.summary && <p className="mt-0.5 line-clamp-2 text-ink-2 text-sm">{offer.summary}</p>}
        <div className="mt-auto pt-2.5">
          {price !== null && (
            <p className="font-semibold text-base">
              <bdi>{price}</bdi>
            </p>
          )}
          <StandingLine offer={offer} formats={formats} pointName={pointName} className="mt-1.5" />
          {offer.left !== null && offer.left > 0 && (
            <p className="mt-1 text-sm text-warn-ink">{t("left", { count: offer.left })}</p>
          )}
        </div>
      </div>
    </article>
  );
}
