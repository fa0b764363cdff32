"use client";

import { Brackets, Ungroup } from "lucide-react";
import { Fragment, type KeyboardEvent } from "react";
import { MenuItem } from "@/components/ui/dropdown-menu";
import type { Condition } from "@/lib/campaigns/schema";
import { localDay } from "@/lib/core/calendar";
import { usePortal } from "../../../portal-context";
import { AddMenu } from "../add-menu";
import { ADD_BUTTON, InlineSelect } from "../controls";
import { unitMinorOf } from "../money";
import { placeAttribute } from "../place";
import { Problems } from "../problems";
import { moveWithKeys, RowMenu } from "../row";
import { type Rows, useRows } from "../rows";
import { CONDITION_CHOICES } from "./choices";
import { type Group, isGroup, type Joining, joined, joiningOf, unturned } from "./groups";
import { LeafRow } from "./leaf-row";

/** The rules allow this many groups within groups. */
const MAX_DEPTH = 4;

const JOININGS: { value: Joining; label: string }[] = [
  { value: "all", label: "All of these" },
  { value: "any", label: "At least one of these" },
  { value: "none", label: "None of these" },
  { value: "not_all", label: "Not all of these" },
];
const BETWEEN: Record<Joining, string> = { all: "and", any: "or", none: "nor", not_all: "and" };
const OTHER_JOINING: Record<Joining, Joining> = { all: "any", any: "all", none: "not_all", not_all: "none" };

type Parent = { rows: Rows<Condition>; index: number; kind: Group["kind"] };

/** Conditions that must all hold, or of which one must, or none; groups may hold groups. */
export function GroupEditor({
  group,
  isTurned,
  at,
  groupAt,
  depth,
  isPurchase,
  onChange,
  parent,
}: {
  group: Group;
  /** Whether it is the opposite of the group that is meant. */
  isTurned: boolean;
  /** JSON pointer of the condition, and … */
  at: string;
  /** … of the group inside it. */
  groupAt: string;
  depth: number;
  isPurchase: boolean;
  onChange: (condition: Condition) => void;
  /** Where it stands; absent for the topmost group. */
  parent?: Parent;
}) {
  const { program } = usePortal();
  const joining = joiningOf(group, isTurned);
  const rows = useRows(group.conditions, {
    at: `${groupAt}/conditions`,
    what: "condition",
    put: (conditions) => onChange(joined(conditions, joining)),
  });
  const join = (next: Joining) => onChange(joined(group.conditions, next));
  const body = (
    <>
      {rows.items.map(({ item, index, key, at: place }) => (
        <Fragment key={key}>
          {index > 0 && (
            <button
              type="button"
              onClick={() => join(OTHER_JOINING[joining])}
              title="Change between and and or"
              className="self-start rounded-sm border bg-surface px-2 py-0.5 font-medium text-ink-2 text-xs uppercase enabled:hover:border-edge enabled:hover:text-ink"
            >
              {BETWEEN[joining]}
            </button>
          )}
          <ConditionNode
            condition={item}
            at={place}
            depth={depth}
            isPurchase={isPurchase}
            parent={{ rows, index, kind: group.kind }}
          />
        </Fragment>
      ))}
      <div className="flex flex-wrap">
        <AddMenu
          label="Condition"
          placeholder="Find a condition"
          at={`${groupAt}/conditions/add`}
          {...(parent === undefined && { shortcut: "/" })}
          choices={CONDITION_CHOICES.filter(({ needsPurchase }) => isPurchase || !needsPurchase)}
          onAdd={({ make }) =>
            rows.add(
              make({
                day: localDay(new Date(), program.timeZone),
                unitMinor: unitMinorOf(program.currency),
              }),
            )
          }
        />
        {depth < MAX_DEPTH && rows.count > 0 && (
          <button
            type="button"
            onClick={() => rows.add({ kind: group.kind === "all" ? "any" : "all", conditions: [] })}
            className={ADD_BUTTON}
          >
            <Brackets aria-hidden="true" className="size-4" />
            Group
          </button>
        )}
      </div>
    </>
  );
  if (parent === undefined) return body;
  const { rows: siblings, index, kind } = parent;
  const meansTheSameOutside = !isTurned && (group.kind === kind || group.conditions.length === 1);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the controls inside bubble up to here
    <div
      {...placeAttribute(at)}
      onKeyDown={(event: KeyboardEvent) => moveWithKeys(event, siblings, index)}
      className="flex flex-col gap-2 rounded-md border border-line-strong border-dashed p-2"
    >
      <div className="flex items-center justify-between gap-2 ps-0.5">
        <InlineSelect label="How the group holds" value={joining} options={JOININGS} onChange={join} />
        <span data-tool className="-me-1 flex in-disabled:hidden">
          <RowMenu
            rows={siblings}
            index={index}
            what="group"
            more={
              <MenuItem
                icon={<Ungroup aria-hidden="true" />}
                disabled={!meansTheSameOutside}
                onSelect={() => siblings.replace(index, group.conditions)}
              >
                Take out of the group
              </MenuItem>
            }
          />
        </span>
      </div>
      {body}
      <Problems at={groupAt} within={false} />
      <Problems at={`${groupAt}/conditions`} within={false} />
    </div>
  );
}

/** One condition among others: a rule of its own, or a group. Either may be turned round: it then must not hold. */
function ConditionNode({
  condition,
  at,
  depth,
  isPurchase,
  parent,
}: {
  condition: Condition;
  /** JSON pointer */
  at: string;
  /** Of the group that it stands in; the topmost is 1. */
  depth: number;
  isPurchase: boolean;
  parent: Parent;
}) {
  const { rows, index } = parent;
  const { inner, isTurned, at: innerAt } = unturned(condition, at);
  if (!isGroup(inner)) {
    return <LeafRow leaf={inner} isTurned={isTurned} index={index} at={at} leafAt={innerAt} rows={rows} />;
  }
  return (
    <GroupEditor
      group={inner}
      isTurned={isTurned}
      at={at}
      groupAt={innerAt}
      depth={depth + 1}
      isPurchase={isPurchase}
      onChange={(next) => rows.set(index, next)}
      parent={parent}
    />
  );
}
