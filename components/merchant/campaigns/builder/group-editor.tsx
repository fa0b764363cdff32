"use client";

import { Brackets, Plus, X } from "lucide-react";
import { Fragment } from "react";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import type { Condition } from "@/lib/campaigns/schema";
import { type Group, isGroup } from "./condition-group";
import { ConditionRow } from "./condition-row";
import { Problems } from "./problems";

/** The rules allow this many groups within groups. */
const MAX_DEPTH = 4;

type Choice = { label: string; needsPurchase: boolean; make: () => Condition };

const CHOICES: Choice[] = [
  {
    label: "Days and hours",
    needsPurchase: false,
    make: () => ({ kind: "time", weekdays: [1, 2, 3, 4, 5] }),
  },
  {
    label: "Total of the basket",
    needsPurchase: true,
    make: () => ({ kind: "basket", measure: "amountMinor", op: "at_least", value: 1_000 }),
  },
  {
    label: "Lines in the basket",
    needsPurchase: true,
    make: () => ({ kind: "lines", quantifier: "any", filter: [{ field: "category", op: "in", values: [] }] }),
  },
  {
    label: "Store",
    needsPurchase: true,
    make: () => ({ kind: "event", field: "store", test: { op: "in", value: [] } }),
  },
  {
    label: "Channel",
    needsPurchase: true,
    make: () => ({ kind: "event", field: "channel", test: { op: "in", value: [] } }),
  },
  {
    label: "Attribute of the event",
    needsPurchase: false,
    make: () => ({ kind: "event", field: "attributes.", test: { op: "is", value: "" } }),
  },
];

/** Conditions that must all hold, or of which one must; groups may hold groups. */
export function GroupEditor({
  group,
  at,
  depth,
  isPurchase,
  onChange,
  onRemove,
}: {
  group: Group;
  /** JSON pointer of the group. */
  at: string;
  depth: number;
  isPurchase: boolean;
  onChange: (group: Group) => void;
  onRemove?: () => void;
}) {
  const { kind, conditions } = group;
  const put = (next: Condition[]) => onChange({ kind, conditions: next });
  const set = (index: number, next: Condition) =>
    put(conditions.map((other, place) => (place === index ? next : other)));
  const remove = (index: number) => put(conditions.filter((_, place) => place !== index));
  // Conditions have no identity but their place.
  const rows = conditions.map((condition, index) => ({ condition, index, key: `condition-${index}` }));
  const body = (
    <>
      {rows.map(({ condition, index, key }) => (
        <Fragment key={key}>
          {index > 0 && (
            <button
              type="button"
              onClick={() => onChange({ kind: kind === "all" ? "any" : "all", conditions })}
              title="Change between and and or"
              className="self-start rounded-sm border bg-surface px-2 py-0.5 font-medium text-ink-2 text-xs uppercase hover:border-edge hover:text-ink"
            >
              {kind === "all" ? "and" : "or"}
            </button>
          )}
          {isGroup(condition) ? (
            <GroupEditor
              group={condition}
              at={`${at}/conditions/${index}`}
              depth={depth + 1}
              isPurchase={isPurchase}
              onChange={(next) => set(index, next)}
              onRemove={() => remove(index)}
            />
          ) : (
            <ConditionRow
              condition={condition}
              at={`${at}/conditions/${index}`}
              onChange={(next) => set(index, next)}
              onRemove={() => remove(index)}
            />
          )}
        </Fragment>
      ))}
      <div className="flex flex-wrap">
        <Menu
          align="start"
          trigger={
            <button
              type="button"
              className="inline-flex h-8 in-disabled:hidden items-center gap-1.5 rounded-md px-2 font-medium text-base text-ink-2 hover:bg-hover hover:text-ink"
            >
              <Plus aria-hidden="true" className="size-4" />
              Condition
            </button>
          }
        >
          {CHOICES.filter(({ needsPurchase }) => isPurchase || !needsPurchase).map(({ label, make }) => (
            <MenuItem key={label} onSelect={() => put([...conditions, make()])}>
              {label}
            </MenuItem>
          ))}
          {depth < MAX_DEPTH && (
            <>
              <MenuSeparator />
              <MenuItem
                icon={<Brackets aria-hidden="true" />}
                onSelect={() =>
                  put([...conditions, { kind: kind === "all" ? "any" : "all", conditions: [] }])
                }
              >
                Group: {kind === "all" ? "any of" : "all of"}
              </MenuItem>
            </>
          )}
        </Menu>
      </div>
    </>
  );
  if (!onRemove) return body;
  return (
    <div className="flex flex-col gap-2 rounded-md border border-line-strong border-dashed p-2.5">
      <div className="flex items-center justify-between">
        <span className="text-ink-2 text-sm">
          {kind === "all" ? "All of these hold" : "Any of these holds"}
        </span>
        <IconButton
          size="sm"
          label="Remove the group"
          icon={<X />}
          className="in-disabled:hidden"
          onClick={onRemove}
        />
      </div>
      {body}
      <Problems at={at} within={false} />
      <Problems at={`${at}/conditions`} within={false} />
    </div>
  );
}
