import { classNames } from "./class-names";
import { type Formats, formatMoney, formatNumber, formatSigned, formatTime, type TimeStyle } from "./format";

/** A signed movement of points: earned in ink, taken in a softer ink; the sign carries the meaning. */
export function PointsDelta({
  points,
  locale,
  className,
}: {
  points: number;
  locale: string;
  className?: string;
}) {
  return (
    <bdi
      className={classNames(
        "whitespace-nowrap font-semibold",
        points > 0 ? "text-ink" : "text-ink-2",
        className,
      )}
    >
      {formatSigned(points, locale)}
    </bdi>
  );
}

/** A whole number in the program's locale. */
export function Figure({ value, locale, className }: { value: number; locale: string; className?: string }) {
  return <span className={classNames("whitespace-nowrap", className)}>{formatNumber(value, locale)}</span>;
}

/** Integer minor units as money in the program's currency and locale. */
export function Money({
  amountMinor,
  formats,
  className,
}: {
  amountMinor: number;
  formats: Pick<Formats, "currency" | "locale">;
  className?: string;
}) {
  return (
    <span className={classNames("whitespace-nowrap", className)}>
      {formatMoney(amountMinor, formats.currency, formats.locale)}
    </span>
  );
}

/** An instant in the program's time zone; the exact instant and the zone are in the title. */
export function Time({
  at,
  formats,
  timeStyle = "dateTime",
  className,
}: {
  at: Date | string;
  formats: Pick<Formats, "locale" | "timeZone">;
  timeStyle?: TimeStyle;
  className?: string;
}) {
  const instant = new Date(at);
  return (
    <time
      dateTime={instant.toISOString()}
      title={`${formatTime(instant, "dateTime", formats)} ${formats.timeZone}`}
      className={classNames("whitespace-nowrap", className)}
    >
      {formatTime(instant, timeStyle, formats)}
    </time>
  );
}
