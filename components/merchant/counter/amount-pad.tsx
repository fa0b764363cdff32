"use client";

import { Delete } from "lucide-react";
import { useEffect } from "react";
import { formatMoney } from "@/components/ui/format";
import { PAD_KEYS, pressed } from "./typed-amount";

/** An amount on large keys, as on a till: digits come in from the right. A keyboard types on it, too. */
export function AmountPad({
  amountMinor,
  onChange,
  currency,
  locale,
}: {
  amountMinor: number;
  onChange: (amountMinor: number) => void;
  currency: string;
  locale: string;
}) {
  useEffect(() => {
    function type(event: KeyboardEvent) {
      if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
      const key = event.key === "Backspace" ? "back" : event.key;
      if (key !== "back" && !/^\d$/.test(key)) return;
      event.preventDefault();
      onChange(pressed(amountMinor, key));
    }
    window.addEventListener("keydown", type);
    return () => window.removeEventListener("keydown", type);
  }, [amountMinor, onChange]);

  return (
    <div>
      <output
        aria-label="Amount"
        className="mb-3 block text-center font-semibold text-display tabular-nums tracking-tight"
      >
        {formatMoney(amountMinor, currency, locale)}
      </output>
      <div className="grid grid-cols-3 gap-2">
        {PAD_KEYS.map((key) => (
          <button
            key={key}
            type="button"
            onClick={() => onChange(pressed(amountMinor, key))}
            aria-label={key === "back" ? "Delete the last digit" : key}
            className="flex h-14 items-center justify-center rounded-lg border bg-surface font-medium text-xl tabular-nums hover:bg-hover active:bg-sunken"
          >
            {key === "back" ? <Delete aria-hidden="true" className="size-5" /> : key}
          </button>
        ))}
      </div>
    </div>
  );
}
