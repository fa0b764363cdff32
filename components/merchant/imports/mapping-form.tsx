"use client";

import { useQuery } from "@tanstack/react-query";
import { Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import type { ActionResult } from "@/lib/actions";
import {
  type ImportDto,
  type ImportField,
  type ImportMapping,
  importMapping,
  OPTIONAL_FIELDS,
  type PreviewDto,
  REQUIRED_FIELDS,
  type SampleDto,
} from "@/lib/imports/schema";
import { DECIMAL_WORDS, FIELD_WORDS, TIME_FORMAT_WORDS, UNIT_WORDS } from "./import-words";
import { LabelColumns } from "./label-columns";
import { MappingPreview } from "./mapping-preview";

type MappingInput = { program: string; importId: string; mapping: ImportMapping };
type Draft = Omit<ImportMapping, "columns"> & { columns: Partial<Record<ImportField, string>> };

/** Says which column is what; shows at once what the first baskets would become. */
export function MappingForm({
  importId,
  sample,
  preview,
  start,
  discard,
}: {
  /** TypeID */
  importId: string;
  sample: SampleDto;
  preview: (input: MappingInput) => Promise<ActionResult<PreviewDto>>;
  start: (input: MappingInput) => Promise<ActionResult<ImportDto>>;
  discard: React.ReactNode;
}) {
  const { program, permissions } = usePortal();
  const router = useRouter();
  const [draft, setDraft] = useState<Draft>(() => draftOf(sample, permissions.includes("members:write")));
  const [failure, setFailure] = useState<string | null>(null);
  const [isStarting, begin] = useTransition();
  const missing = REQUIRED_FIELDS.filter((field) => !draft.columns[field]);
  const mapping = importMapping.safeParse(draft);
  const problemAt = (part: keyof Draft) =>
    mapping.error?.issues.find(({ path }) => path[0] === part)?.message;
  const previewed = useQuery({
    queryKey: ["import-preview", importId, draft],
    enabled: mapping.success,
    placeholderData: (previous: PreviewDto | undefined) => previous,
    queryFn: async () => {
      const result = await preview({ program: program.slug, importId, mapping: importMapping.parse(draft) });
      if (!result.ok) throw new Error(result.error.message);
      return result.data;
    },
  });

  const change = (changes: Partial<Draft>) => setDraft((current) => ({ ...current, ...changes }));
  const map = (field: ImportField, column: string) =>
    change({ columns: { ...draft.columns, [field]: column || undefined } });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!mapping.success) return;
    begin(async () => {
      setFailure(null);
      const result = await start({ program: program.slug, importId, mapping: mapping.data });
      if (result.ok) router.refresh();
      else setFailure(result.error.message);
    });
  }

  return (
    <form onSubmit={submit} className="grid items-start gap-4 xl:grid-cols-[minmax(0,5fr)_minmax(0,4fr)]">
      <div className="flex min-w-0 flex-col gap-4">
        <Panel title="Which column is what" flush>
          <ul className="divide-y border-t">
            {[...REQUIRED_FIELDS, ...OPTIONAL_FIELDS].map((field) => (
              <ColumnChoice
                key={field}
                field={field}
                column={draft.columns[field]}
                sample={sample}
                onChange={(column) => map(field, column)}
              />
            ))}
          </ul>
        </Panel>
        <LabelColumns
          labels={draft.labels}
          columns={sample.columns}
          problem={problemAt("labels")}
          onChange={(labels) => change({ labels })}
        />
        <Panel title="How values are written">
          <div className="grid gap-4 sm:grid-cols-2">
            <Choice
              label="Times"
              hint={`Without an offset, times are meant in ${program.timeZone}`}
              value={draft.occurredAtFormat}
              words={TIME_FORMAT_WORDS}
              onChange={(occurredAtFormat) => change({ occurredAtFormat })}
            />
            <Choice
              label="Decimals"
              value={draft.decimalSeparator}
              words={DECIMAL_WORDS}
              onChange={(decimalSeparator) => change({ decimalSeparator })}
            />
            <Choice
              label="Amounts"
              hint={`In ${program.currency}`}
              value={draft.amountUnit}
              words={UNIT_WORDS}
              onChange={(amountUnit) => change({ amountUnit })}
            />
            <Field
              label="Source"
              hint="Whose basket numbers these are. A number counts once per source."
              error={problemAt("source")}
            >
              <Input
                value={draft.source}
                maxLength={58}
                onChange={(event) => change({ source: event.target.value })}
              />
            </Field>
          </div>
          <Checkbox
            className="mt-5"
            label="Create members whom the program does not know"
            hint={
              permissions.includes("members:write")
                ? "Otherwise their lines are rejected."
                : "Your role may not create members, so lines of unknown members are rejected."
            }
            checked={draft.createMembers}
            disabled={!permissions.includes("members:write")}
            onChange={(event) => change({ createMembers: event.target.checked })}
          />
        </Panel>
      </div>
      <div className="flex min-w-0 flex-col gap-4 xl:sticky xl:top-6">
        <MappingPreview
          preview={mapping.success ? previewed.data : undefined}
          failure={previewed.error?.message ?? null}
          missing={missing}
        />
        {failure && <Notice tone="bad">{failure}</Notice>}
        <div className="flex flex-wrap items-center justify-end gap-2">
          {discard}
          <Button type="submit" variant="accent" pending={isStarting} disabled={!mapping.success}>
            <Play aria-hidden="true" />
            Start import
          </Button>
        </div>
      </div>
    </form>
  );
}

function draftOf({ guess }: SampleDto, createMembers: boolean): Draft {
  return {
    columns: guess.columns,
    labels: guess.labels ?? {},
    occurredAtFormat: guess.occurredAtFormat ?? "iso",
    decimalSeparator: guess.decimalSeparator ?? "point",
    amountUnit: guess.amountUnit ?? "major",
    createMembers,
    source: "transactions",
  };
}

function ColumnChoice({
  field,
  column,
  sample,
  onChange,
}: {
  field: ImportField;
  column: string | undefined;
  sample: SampleDto;
  onChange: (column: string) => void;
}) {
  const required = (REQUIRED_FIELDS as readonly string[]).includes(field);
  const values = sample.columns.find(({ name }) => name === column)?.samples ?? [];
  return (
    <li className="grid items-start gap-x-4 gap-y-2 px-4.5 py-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <Field
        label={FIELD_WORDS[field].label}
        hint={FIELD_WORDS[field].hint}
        optional={!required}
        required={required}
      >
        <Select value={column ?? ""} onChange={(event) => onChange(event.target.value)}>
          <option value="">{required ? "Choose a column" : "Not in the file"}</option>
          {sample.columns.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <ul aria-label={`Values of ${FIELD_WORDS[field].label}`} className="min-w-0 text-ink-3 text-xs sm:pt-7">
        {values.map((value) => (
          <li key={value} className="truncate font-mono">
            {value}
          </li>
        ))}
      </ul>
    </li>
  );
}

function Choice<T extends string>({
  label,
  hint,
  value,
  words,
  onChange,
}: {
  label: string;
  hint?: string;
  value: T;
  words: Record<T, string>;
  onChange: (value: T) => void;
}) {
  return (
    <Field label={label} hint={hint}>
      <Select value={value} onChange={(event) => onChange(event.target.value as T)}>
        {(Object.keys(words) as T[]).map((option) => (
          <option key={option} value={option}>
            {words[option]}
          </option>
        ))}
      </Select>
    </Field>
  );
}
