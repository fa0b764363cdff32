"use client";

import { Input } from "@/components/ui/input";

/** A whole number of points as somebody types it. */
export function PointsInput({ value, onChange }: { value: string; onChange: (digits: string) => void }) {
  return (
    <Input
      inputMode="numeric"
      autoComplete="off"
      value={value}
      onChange={({ target }) => onChange(target.value.replace(/\D/g, "").slice(0, 10))}
    />
  );
}
