"use client";

import { useMemo } from "react";
import { Select } from "@/components/ui/select";

/** Countries that parcels are sent to by name; ISO 3166-1. */
const COUNTRIES =
  "AE AT AU BE BG BR CA CH CY CZ DE DK EE EG ES FI FR GB GR HR HU IE IN IS IT JP LI LT LU LV MA MT MX NL NO NZ PL PT RO RS SA SE SG SI SK TR US ZA";

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
    return COUNTRIES.split(" ")
      .map((code) => ({ code, name: names.of(code) ?? code }))
      .sort((one, other) => one.name.localeCompare(other.name, locale));
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
