import { useTranslations } from "next-intl";
import { CardArt } from "@/components/ui/card-art";
import { classNames } from "@/components/ui/class-names";
import { formatNumber } from "@/components/ui/format";
import type { BrandDto } from "@/lib/programs/schema";
import { cardNumberGroups } from "./card-number-groups";
import { LiveBalance } from "./live-balance";
import { qrShape } from "./qr-code";
import { ShowCode } from "./show-code";

/** The member's card: balance, code, number, on the program's art: its picture, or a mosaic that is this member's alone. */
export function MemberCard({
  memberId,
  name,
  cardNumber,
  balance,
  pointName,
  locale,
  brandHue,
  brand,
}: {
  /** TypeID: what the code says. */
  memberId: string;
  name: string;
  cardNumber: string;
  /** Available points. */
  balance: number;
  pointName: string;
  locale: string;
  brandHue: number | null;
  brand: Pick<BrandDto, "cardImage" | "cardPattern">;
}) {
  const t = useTranslations("wallet");
  const number = cardNumberGroups(cardNumber);
  return (
    <CardArt
      label={t("yourCard")}
      id={memberId}
      hue={brandHue}
      image={brand.cardImage}
      pattern={brand.cardPattern}
      priority
      className="flex aspect-[1.72] w-full flex-col justify-between p-5 sm:p-6"
    >
      <div className="max-w-[62%]">
        <p className="text-base first-letter:uppercase sm:text-md">{pointName}</p>
        <p
          className={classNames(
            "whitespace-nowrap font-semibold tracking-tight [text-shadow:0_1px_10px_rgb(0_0_0/0.6)]",
            balanceSize(formatNumber(balance, locale)),
          )}
        >
          <LiveBalance balance={balance} locale={locale} pointName={pointName} />
        </p>
      </div>
      <p className="font-mono text-[oklch(0.9_0.012_80)] text-sm sm:text-base">
        <bdi dir="ltr">{number}</bdi>
      </p>
      <div className="absolute end-[5%] top-[8.6%] w-[20.5%] min-w-18">
        <ShowCode
          qr={qrShape(memberId)}
          cardNumber={number}
          name={name}
          words={{ label: t("showCode"), title: t("atTheTill"), hint: t("atTheTillHint") }}
        />
      </div>
    </CardArt>
  );
}

/** A balance is never cut off: the longer it is, the smaller it is written. */
function balanceSize({ length }: string): string {
  if (length <= 7) return "text-display";
  return length <= 10 ? "text-[2.125rem] leading-[1.15]" : "text-xl";
}
