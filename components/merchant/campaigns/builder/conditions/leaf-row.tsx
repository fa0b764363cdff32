"use client";

import { Brackets, CircleSlash2 } from "lucide-react";
import { type ComponentType, createElement } from "react";
import { MenuItem } from "@/components/ui/dropdown-menu";
import type { Condition } from "@/lib/campaigns/schema";
import { PlaceAt } from "../place";
import { ListRow } from "../row";
import type { Rows } from "../rows";
import type { ConditionEditorProps } from "./editor-props";
import { type Leaf, turned } from "./groups";
import { CONDITION_KINDS } from "./kinds";

/** A condition on its own line, which may be turned round: it then must not hold. */
export function LeafRow({
  leaf,
  isTurned,
  index,
  at,
  leafAt,
  rows,
}: {
  leaf: Leaf;
  isTurned: boolean;
  index: number;
  /** JSON pointer of the condition, and … */
  at: string;
  /** … of what is inside it where it is turned round. */
  leafAt: string;
  rows: Rows<Condition>;
}) {
  const Icon = CONDITION_KINDS[leaf.kind].icon;
  const turn = () => rows.set(index, turned(leaf, !isTurned));
  return (
    <ListRow
      rows={rows}
      index={index}
      at={at}
      what="condition"
      more={
        <>
          <MenuItem icon={<CircleSlash2 aria-hidden="true" />} onSelect={turn}>
            {isTurned ? "Must hold" : "Must not hold"}
          </MenuItem>
          <MenuItem
            icon={<Brackets aria-hidden="true" />}
            onSelect={() => rows.replace(index, [{ kind: "any", conditions: [turned(leaf, isTurned)] }])}
          >
            Put into a group
          </MenuItem>
        </>
      }
    >
      <Icon aria-hidden="true" className="size-4 text-ink-3" />
      {isTurned && (
        <button
          type="button"
          data-word
          title="Must not hold. Press to let it hold again."
          onClick={turn}
          className="h-7 rounded-sm bg-bad-soft px-2 font-medium text-bad-ink text-base"
        >
          not
        </button>
      )}
      <PlaceAt at={leafAt}>
        <LeafEditor condition={leaf} onChange={(next) => rows.set(index, turned(next, isTurned))} />
      </PlaceAt>
    </ListRow>
  );
}

function LeafEditor<K extends Leaf["kind"]>({ condition, onChange }: ConditionEditorProps<K>) {
  // The editor of a kind takes conditions of that kind: the table says so, the compiler cannot follow it from here.
  const Editor = CONDITION_KINDS[condition.kind].Editor as ComponentType<ConditionEditorProps<K>>;
  return createElement(Editor, { condition, onChange });
}
