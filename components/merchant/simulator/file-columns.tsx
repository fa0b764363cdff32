"use client";

import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { REQUIRED_FIELDS } from "@/lib/imports/schema";
import { FIELD_WORDS } from "../imports/import-words";
import type { FileDraft } from "./order";

/** Which column of a CSV file is what: as the names suggest, unless somebody says otherwise. */
export function FileColumns({
  file: { columns, chosen },
  onChange,
}: {
  file: Pick<FileDraft, "columns" | "chosen">;
  onChange: (chosen: FileDraft["chosen"]) => void;
}) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {REQUIRED_FIELDS.map((field) => (
        <Field key={field} label={FIELD_WORDS[field].label} hint={FIELD_WORDS[field].hint}>
          <Select
            value={chosen[field] ?? ""}
            onChange={(event) => onChange({ ...chosen, [field]: event.target.value || undefined })}
          >
            <option value="">Choose a column</option>
            {columns.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </div>
  );
}
