"use client";

import { Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import { MAX_LABELS, type SampleDto } from "@/lib/imports/schema";

type Labels = Record<string, string>;
type Row = { key: number; name: string; column: string };

/** Columns that come along as labels of the lines, each under the name that rules ask for it by. */
export function LabelColumns({
  labels,
  columns,
  problem,
  onChange,
}: {
  /** Column by name. */
  labels: Labels;
  columns: SampleDto["columns"];
  /** What is wrong with them. */
  problem: string | undefined;
  onChange: (labels: Labels) => void;
}) {
  const [rows, setRows] = useState<Row[]>(() =>
    Object.entries(labels).map(([name, column], key) => ({ key, name, column })),
  );
  function put(next: Row[]) {
    setRows(next);
    const named = next.filter(({ name, column }) => name !== "" && column !== "");
    onChange(Object.fromEntries(named.map(({ name, column }) => [name, column])));
  }
  const change = (key: number, part: Partial<Row>) =>
    put(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  return (
    <Panel title="Labels of the lines">
      <p className="text-ink-2 text-sm">
        What else a line says, such as <code className="font-mono text-xs">organic</code> or{" "}
        <code className="font-mono text-xs">supplier</code>: rules can ask for it. A column that is named{" "}
        <code className="font-mono text-xs">line.attributes.organic</code> is taken for the label organic by
        itself. Yes and no, numbers and texts are told apart; an empty cell is no label.
      </p>
      {rows.length > 0 && (
        <ul className="mt-4 flex flex-col gap-3">
          {rows.map(({ key, name, column }) => (
            <li key={key} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-end gap-2">
              <Field label="Label">
                <Input
                  value={name}
                  placeholder="organic"
                  maxLength={64}
                  autoComplete="off"
                  spellCheck={false}
                  onChange={(event) => change(key, { name: event.target.value.trim() })}
                />
              </Field>
              <Field label="Column">
                <Select value={column} onChange={(event) => change(key, { column: event.target.value })}>
                  <option value="">Choose a column</option>
                  {columns.map((each) => (
                    <option key={each.name} value={each.name}>
                      {each.name}
                    </option>
                  ))}
                </Select>
              </Field>
              <IconButton
                label={`Remove the label ${name || "without a name"}`}
                icon={<X />}
                onClick={() => put(rows.filter((row) => row.key !== key))}
              />
            </li>
          ))}
        </ul>
      )}
      {problem && <p className="mt-2 text-bad-ink text-xs">{problem}</p>}
      <Button
        size="sm"
        className="mt-4"
        disabled={rows.length >= MAX_LABELS}
        onClick={() =>
          setRows([...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, name: "", column: "" }])
        }
      >
        <Plus aria-hidden="true" />
        Label
      </Button>
    </Panel>
  );
}
