import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { readWholeNumber } from "@/lib/core/typed-number";

/** What a member of a pool may spend a month. */
export function LimitField({
  pointName,
  error,
  limit = null,
}: {
  pointName: string;
  error?: string | undefined;
  limit?: number | null;
}) {
  const t = useTranslations("pools");
  return (
    <Field label={t("mostAMonth", { name: pointName })} hint={t("emptyNoLimit")} error={error} optional>
      <Input
        name="monthlyLimit"
        controlSize="lg"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={limit ?? ""}
      />
    </Field>
  );
}

/** What was typed into it; null: no limit. */
export function limitOf(form: FormData): number | null {
  const typed = String(form.get("monthlyLimit") ?? "").trim();
  return typed === "" ? null : readWholeNumber(typed);
}
