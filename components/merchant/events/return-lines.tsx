"use client";

import { usePortal } from "@/components/merchant/portal-context";
import { Checkbox } from "@/components/ui/checkbox";
import { PointsDelta } from "@/components/ui/figures";
import { Input } from "@/components/ui/input";
import type { ReturnPreview } from "@/lib/wallet/schema";

/** A line of a purchase: how many pieces can still come back, and how many are to. */
export type ReturnableLine = { line: number; name: string | null; left: number; quantity: number };

/** Chooses what comes back; beside each line what it takes. */
export function ReturnLines({
  lines,
  points,
  onChange,
}: {
  lines: ReturnableLine[];
  points: ReturnPreview["lines"];
  onChange: (lines: ReturnableLine[]) => void;
}) {
  const { program } = usePortal();
  const set = (line: number, quantity: number) =>
    onChange(lines.map((own) => (own.line === line ? { ...own, quantity } : own)));
  return (
    <ul className="divide-y border-y">
      {lines.map(({ line, name, left, quantity }) => {
        const title = name ?? (lines.length === 1 ? "The whole purchase" : `Line ${line + 1}`);
        const taken = points.find((candidate) => candidate.line === line)?.points;
        return (
          <li key={line} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2.5">
            <Checkbox
              className="min-w-0 flex-1 basis-40"
              label={title}
              checked={quantity > 0}
              onChange={({ target }) => set(line, target.checked ? left : 0)}
            />
            {left !== 1 && (
              <span className="flex items-center gap-2 text-ink-2 text-sm">
                <Input
                  aria-label={`How many of ${title}`}
                  type="number"
                  controlSize="sm"
                  className="w-20 text-end"
                  min={0}
                  max={left}
                  step="any"
                  value={quantity}
                  aria-invalid={quantity > left || undefined}
                  onChange={({ target }) => set(line, Math.max(0, Number(target.value) || 0))}
                />
                of {left}
              </span>
            )}
            <span className="w-14 text-end">
              {quantity > 0 && taken !== undefined && <PointsDelta points={-taken} locale={program.locale} />}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
