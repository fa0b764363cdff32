import { classNames } from "./class-names";

/** Progress as a row of tiles. `value` of `max`; the label is read out and, unless hidden, shown by the caller. */
export function TileProgress({
  value,
  max,
  label,
  tiles = 25,
  className,
}: {
  value: number;
  max: number;
  label: string;
  tiles?: number;
  className?: string;
}) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  // A start shows as one tile and only the end as all of them.
  const filled =
    share === 1 ? tiles : Math.min(tiles - 1, share > 0 ? Math.max(1, Math.round(share * tiles)) : 0);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(value, max)}
      className={classNames("flex h-2 w-full gap-[3px]", className)}
    >
      {Array.from({ length: tiles }, (_, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: tiles have no identity but their place
          key={index}
          className={classNames(
            "h-full flex-1 rounded-[1.5px] transition-colors duration-200",
            index < filled ? "bg-accent" : "bg-line",
          )}
        />
      ))}
    </div>
  );
}
