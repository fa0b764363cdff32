"use client";

import { useLocale, useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Delivery } from "@/lib/redemptions/schema";
import { CountrySelect } from "./country-select";

type Part = keyof Delivery;
const REQUIRED: ReadonlySet<Part> = new Set(["name", "line1", "postalCode", "city", "country"]);

/** How browsers know the fields, so that they fill them in. */
const LINES: readonly { part: Exclude<Part, "country">; autoComplete: string; isShort?: boolean }[] = [
  { part: "name", autoComplete: "shipping name" },
  { part: "line1", autoComplete: "shipping address-line1" },
  { part: "line2", autoComplete: "shipping address-line2" },
  { part: "postalCode", autoComplete: "shipping postal-code", isShort: true },
  { part: "city", autoComplete: "shipping address-level2", isShort: true },
  { part: "region", autoComplete: "shipping address-level1" },
  { part: "phone", autoComplete: "shipping tel" },
];

/** Where something is sent to. */
export function DeliveryFields({
  value,
  onChange,
  errors,
}: {
  value: Delivery;
  onChange: (next: Delivery) => void;
  /** What is wrong with each part, by its name. */
  errors: Partial<Record<string, string>>;
}) {
  const t = useTranslations("redemptions");
  const locale = useLocale();
  return (
    <fieldset className="mt-5">
      <legend className="font-semibold text-md">{t("sendTo")}</legend>
      <div className="mt-3 grid grid-cols-2 gap-x-3 gap-y-3.5">
        {LINES.map(({ part, autoComplete, isShort = false }) => (
          <Field
            key={part}
            label={t(part)}
            required={REQUIRED.has(part)}
            optional={!REQUIRED.has(part)}
            error={errors[part]}
            className={isShort ? "" : "col-span-2"}
          >
            <Input
              controlSize="lg"
              autoComplete={autoComplete}
              type={part === "phone" ? "tel" : "text"}
              value={value[part]}
              onChange={(event) => onChange({ ...value, [part]: event.target.value })}
            />
          </Field>
        ))}
        <Field label={t("country")} required error={errors.country} className="col-span-2">
          <CountrySelect
            locale={locale}
            value={value.country}
            onChange={(country) => onChange({ ...value, country })}
          />
        </Field>
      </div>
    </fieldset>
  );
}
