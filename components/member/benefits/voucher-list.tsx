import { formatDay, formatTime } from "@/components/ui/format";
import type { VoucherDto } from "@/lib/benefits/schema";
import { qrShape } from "../qr-code";
import { ShowCode } from "../show-code";

type Formats = { locale: string; timeZone: string };

/** Vouchers that can be used: each with its code, which fills the screen for the till. */
export function VoucherList({ vouchers, formats }: { vouchers: VoucherDto[]; formats: Formats }) {
  return (
    <ul className="mt-3 flex flex-col gap-3">
      {vouchers.map(({ voucherId, name, code, expiresOn }) => (
        <li key={voucherId} className="flex items-center gap-4 rounded-xl border bg-surface p-3.5">
          <div className="w-16 shrink-0 rounded-lg border bg-white">
            <ShowCode
              qr={qrShape(code.replaceAll("-", ""))}
              cardNumber={code}
              name={name}
              label={`Show the voucher “${name}” at the till`}
            />
          </div>
          <div className="min-w-0">
            <h3 className="break-words text-md">{name}</h3>
            <p className="mt-0.5 break-words font-mono text-ink-2 text-sm">{code}</p>
            <p className="mt-0.5 text-ink-3 text-sm">
              {expiresOn === null
                ? "No last day"
                : `Until ${formatDay(expiresOn, "date", formats.locale)}, the whole day`}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

const OVER: Record<Exclude<VoucherDto["state"], "issued">, string> = {
  used: "Used",
  expired: "Expired",
  withdrawn: "Taken back with a return",
};

/** Vouchers that are over, with what became of them. */
export function PastVouchers({ vouchers, formats }: { vouchers: VoucherDto[]; formats: Formats }) {
  return (
    <ul className="mt-1 divide-y">
      {vouchers.map(({ voucherId, name, state, closedAt, expiresOn }) => (
        <li key={voucherId} className="flex items-baseline justify-between gap-4 py-3">
          <span className="min-w-0 break-words">{name}</span>
          <span className="shrink-0 text-ink-2 text-sm">
            {state !== "issued" && OVER[state]}{" "}
            {state === "expired" && expiresOn !== null
              ? formatDay(expiresOn, "date", formats.locale)
              : closedAt !== null && formatTime(closedAt, "date", formats)}
          </span>
        </li>
      ))}
    </ul>
  );
}
