"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTransition } from "react";
import { Select } from "@/components/ui/select";

/** A filter among many choices; the choice lives in the address, and another one starts at the first page. */
export function FilterSelect({
  label,
  parameter,
  all,
  options,
}: {
  label: string;
  parameter: string;
  /** What it is called when nothing is chosen. */
  all: string;
  options: { value: string; label: string }[];
}) {
  const router = useRouter();
  const pathname = usePathname();
  const current = useSearchParams();
  const [pending, start] = useTransition();
  return (
    <Select
      aria-label={label}
      controlSize="bar"
      className="w-40 max-sm:min-w-36 max-sm:flex-1"
      aria-busy={pending || undefined}
      value={current.get(parameter) ?? ""}
      onChange={({ target }) => {
        const next = new URLSearchParams(current);
        next.delete("cursor");
        if (target.value === "") next.delete(parameter);
        else next.set(parameter, target.value);
        start(() => router.replace(`${pathname}?${next}`, { scroll: false }));
      }}
    >
      <option value="">{all}</option>
      {options.map(({ value, label: text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </Select>
  );
}
