import { useTranslations } from "next-intl";
import { WalletLink } from "@/components/member/wallet-link";
import { formatDay } from "@/components/ui/format";
import type { VoucherDto } from "@/lib/benefits/schema";
import { toTypeId } from "@/lib/core/ids";
import { qrShape } from "../qr-code";
import { ShowCode } from "../show-code";
import { whatBecameOf } from "./what-became";

type Formats = { locale: string; timeZone: string };

/** Vouchers that can be used: each with its code, which fills the screen for the till. */
export function VoucherList({
  vouchers,
  formats,
  path,
}: {
  vouchers: VoucherDto[];
  formats: Formats;
  /** Where each has a page of its own. */
  path: string;
}) {
  const t = useTranslations("vouchers");
  const atTheTill = useTranslations("wallet");
  return (
    <ul className="mt-3 flex flex-col gap-3">
      {vouchers.map(({ voucherId, redemptionId, name, code, expiresOn }) => (
        <li key={voucherId} className="relative flex items-center gap-4 rounded-xl border bg-surface p-3.5">
          <div className="w-16 shrink-0 rounded-lg border bg-white">
            <ShowCode
              qr={qrShape(redemptionId === null ? code.replaceAll("-", "") : code)}
              cardNumber={code}
              name={name}
              words={{
                label: t("show", { name }),
                title: atTheTill("atTheTill"),
                hint: atTheTill("atTheTillHint"),
              }}
            />
          </div>
          <div className="min-w-0">
            <h3 className="break-words text-md">
              {/* All that is beside the code is pressed for the page; the code itself for the till. */}
              <WalletLink
                href={`${path}/${toTypeId("vou", voucherId)}`}
                className="after:absolute after:inset-y-0 after:start-24 after:end-0 hover:underline"
              >
                <bdi>{name}</bdi>
              </WalletLink>
            </h3>
            <p className="mt-0.5 break-words font-mono text-ink-2 text-sm">
              <bdi dir="ltr">{code}</bdi>
            </p>
            <p className="mt-0.5 text-ink-3 text-sm">
              {expiresOn === null
                ? t("noLastDay")
                : t("until", { day: formatDay(expiresOn, "date", formats.locale) })}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Vouchers that are over, with what became of them. */
export function PastVouchers({
  vouchers,
  formats,
  path,
}: {
  vouchers: VoucherDto[];
  formats: Formats;
  /** Where each has a page of its own. */
  path: string;
}) {
  const t = useTranslations("vouchers");
  return (
    <ul className="mt-1 divide-y">
      {vouchers.map((voucher) => (
        <li key={voucher.voucherId} className="flex items-baseline justify-between gap-4 py-3">
          <WalletLink
            href={`${path}/${toTypeId("vou", voucher.voucherId)}`}
            className="min-w-0 break-words hover:underline"
          >
            <bdi>{voucher.name}</bdi>
          </WalletLink>
          <span className="text-end text-ink-2 text-sm">{whatBecameOf(voucher, t, formats)}</span>
        </li>
      ))}
    </ul>
  );
}
