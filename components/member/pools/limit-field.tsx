import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

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
  return (
    <Field label={`Most ${pointName} to spend a month`} hint="Empty: no limit." error={error} optional>
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
  return typed === "" ? null : Number(typed);
}
