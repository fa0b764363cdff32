import { classNames } from "./class-names";

/** The initials of a name, at most two: "Mara König" → "MK". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1);
  return picked.map((word) => Array.from(word ?? "")[0]?.toLocaleUpperCase() ?? "").join("") || "?";
}

/** A square with initials. Decorative: the name stands beside it. */
export function Avatar({ name, size = 28, className }: { name: string; size?: number; className?: string }) {
  return (
    <span
      aria-hidden="true"
      style={{ width: size, height: size, fontSize: Math.max(10, Math.round(size * 0.38)) }}
      className={classNames(
        "inline-flex shrink-0 select-none items-center justify-center rounded-md bg-accent-soft font-semibold text-accent-ink",
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}
