import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { whatBecameOf } from "@/components/member/benefits/what-became";
import { qrShape } from "@/components/member/qr-code";
import { ShowCode } from "@/components/member/show-code";
import { StateChip } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { type Formats, formatDay, formatMoney } from "@/components/ui/format";
import { Markdown } from "@/components/ui/markdown";
import type { VoucherDto } from "@/lib/benefits/schema";
import { Barcode } from "./barcode";
import { barcodeShape } from "./barcode-shape";

/** A voucher as it is shown at the till: code, QR code and barcode; then until when, where and how it is used. */
export async function VoucherSheet({
  voucher,
  howToUse,
  terms,
  formats,
}: {
  voucher: VoucherDto;
  howToUse: string;
  terms: string;
  formats: Pick<Formats, "currency" | "timeZone">;
}) {
  const [t, vouchers, till, locale] = await Promise.all([
    getTranslations("redemptions"),
    getTranslations("vouchers"),
    getTranslations("wallet"),
    getLocale(),
  ]);
  const { name, code, state, expiresOn, stores, usedIn, valueMinor } = voucher;
  const bars = barcodeShape(code);
  const isUsable = state === "issued";
  return (
    <article className="mx-auto max-w-md">
      <h1 className="break-words text-2xl">
        <bdi>{name}</bdi>
      </h1>
      {isUsable && (
        <p className="mt-1 text-base text-ink-2">
          {expiresOn === null ? t("noEnd") : t("until", { day: formatDay(expiresOn, "date", locale) })}
        </p>
      )}
      {isUsable ? (
        <section aria-label={t("code")} className="mt-4 rounded-xl border bg-white p-5 text-black">
          <div className="mx-auto w-44">
            <ShowCode
              qr={qrShape(code)}
              cardNumber={code}
              name={name}
              words={{ label: t("qrCode"), title: till("atTheTill"), hint: till("atTheTillHint") }}
            />
          </div>
          {bars && (
            <div className="mt-4">
              <Barcode shape={bars} label={t("barcode")} />
            </div>
          )}
          <p className="mt-3 break-all text-center font-mono text-lg tracking-wide">
            <bdi dir="ltr">{code}</bdi>
          </p>
        </section>
      ) : (
        <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1">
          <StateChip tone={state === "used" ? "neutral" : "warn"}>
            {whatBecameOf(voucher, vouchers, { locale, timeZone: formats.timeZone })}
          </StateChip>
          {state === "used" && usedIn !== null && (
            <span className="text-base text-ink-2">{t("usedIn", { store: usedIn })}</span>
          )}
        </p>
      )}
      {isUsable && (
        <div className="mt-3 flex justify-center">
          <CopyButton value={code}>{t("copyCode")}</CopyButton>
        </div>
      )}
      <dl className="mt-5 divide-y border-y text-base">
        {valueMinor !== null && (
          <Line label={t("value")} value={formatMoney(valueMinor, formats.currency, locale)} />
        )}
        <Line
          label={t("stores")}
          value={stores.length === 0 ? t("allStores") : new Intl.ListFormat(locale).format(stores)}
        />
      </dl>
      {isUsable && <Part title={t("howToUse")} source={howToUse} />}
      <Part title={t("terms")} source={terms} quiet />
    </article>
  );
}

function Line({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex items-baseline justify-between gap-4 py-2.5">
      <dt className="text-ink-2">{label}</dt>
      <dd className="text-end font-medium">
        <bdi>{value}</bdi>
      </dd>
    </div>
  );
}

function Part({
  title,
  source,
  quiet = false,
}: {
  title: string;
  source: string;
  quiet?: boolean;
}): ReactNode {
  if (source.trim() === "") return null;
  return (
    <section className="mt-6">
      <h2 className="text-lg">{title}</h2>
      <Markdown
        source={source}
        className={quiet ? "mt-1.5 text-ink-3 text-sm" : "mt-1.5 text-base text-ink-2"}
      />
    </section>
  );
}
