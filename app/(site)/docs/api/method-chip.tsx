import { classNames } from "@/components/ui/class-names";

const TONES: Record<string, string> = {
  get: "bg-info-soft text-info-ink",
  post: "bg-good-soft text-good-ink",
  patch: "bg-warn-soft text-warn-ink",
  put: "bg-warn-soft text-warn-ink",
  delete: "bg-bad-soft text-bad-ink",
};

export function MethodChip({ method, className }: { method: string; className?: string }) {
  return (
    <span
      className={classNames(
        "inline-flex h-5 shrink-0 items-center rounded-sm px-1.5 font-medium font-mono text-xs uppercase",
        TONES[method],
        className,
      )}
    >
      {method}
    </span>
  );
}
