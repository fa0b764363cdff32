"use client";

import { useMemo } from "react";
import { Select } from "@/components/ui/select";
import { COUNTRIES } from "./countries";

/** A country, by its name in the language of the page. */
export function CountrySelect({
  locale,
  value,
  onChange,
}: {
  locale: string;
  value: string;
  onChange: (country: string) => void;
}) {
  const options = useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: "region" });
    return COUNTRIES.map((code) => ({ code, name: names.of(code) ?? code })).sort((one, other) =>
      one.name.localeCompare(other.name, locale),
    );
  }, [locale]);
  return (
    <Select
      controlSize="lg"
      autoComplete="shipping country"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {options.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Select>
  );
}
