"use client";

import { ArrowDown, ArrowUp, Copy, Ellipsis, Trash2 } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { PlaceAt, placeAttribute } from "./place";
import { Problems, useProblems } from "./problems";
import type { Rows } from "./rows";

type Moves = Pick<Rows<never>, "count" | "move" | "duplicate" | "remove">;

/** One rule on its own line, with what is wrong with it. */
export function Row({
  children,
  at,
  tools,
  className,
  onKeyDown,
}: {
  children: ReactNode;
  /** JSON pointer of the rule. */
  at: string;
  tools?: ReactNode;
  className?: string;
  onKeyDown?: (event: KeyboardEvent) => void;
}) {
  const isWrong = useProblems(at, true).length > 0;
  return (
    <PlaceAt at={at}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the controls inside bubble up to here */}
      <div
        {...placeAttribute(at)}
        onKeyDown={onKeyDown}
        className={classNames(
          "rounded-md border bg-surface px-2.5 py-1.5",
          isWrong && "border-bad/50",
          className,
        )}
      >
        <div className="flex items-start gap-1">
          <div className="flex min-h-8 min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1.5">
            {children}
          </div>
          {tools && (
            <span data-tool className="-me-1 flex in-disabled:hidden">
              {tools}
            </span>
          )}
        </div>
        <Problems at={at} />
      </div>
    </PlaceAt>
  );
}

/** A row of a list: it can be moved, duplicated and removed, from its menu and with keys. */
export function ListRow({
  rows,
  index,
  at,
  what,
  more,
  children,
}: {
  rows: Moves;
  index: number;
  at: string;
  /** "condition" */
  what: string;
  /** Further items of the menu. */
  more?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Row
      at={at}
      onKeyDown={(event) => moveWithKeys(event, rows, index)}
      tools={<RowMenu rows={rows} index={index} what={what} more={more} />}
    >
      {children}
    </Row>
  );
}

function actionOf({ key, shiftKey }: KeyboardEvent, rows: Moves, index: number): (() => void) | undefined {
  if (!shiftKey && key === "ArrowUp") return () => rows.move(index, -1);
  if (!shiftKey && key === "ArrowDown") return () => rows.move(index, 1);
  if (shiftKey && key === "ArrowDown") return () => rows.duplicate(index);
  // Alt alone deletes a word on some keyboards.
  return shiftKey && (key === "Delete" || key === "Backspace") ? () => rows.remove(index) : undefined;
}

/** Alt with an arrow moves a row, Shift+Alt+↓ duplicates it, Shift+Alt+Delete removes it. */
export function moveWithKeys(event: KeyboardEvent, rows: Moves, index: number): void {
  if (!event.altKey || event.ctrlKey || event.metaKey) return;
  const action = actionOf(event, rows, index);
  if (action === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  action();
}

export function RowMenu({
  rows,
  index,
  what,
  more,
}: {
  rows: Moves;
  index: number;
  what: string;
  more?: ReactNode;
}) {
  const hasMoved = useRef(false);
  // What was chosen puts the focus where the work goes on; leaving the menu otherwise comes back to its button.
  const then = (action: () => void) => () => {
    hasMoved.current = true;
    action();
  };
  return (
    <Menu
      trigger={<IconButton label={`Actions of this ${what}`} icon={<Ellipsis />} />}
      onCloseAutoFocus={(event) => {
        if (hasMoved.current) event.preventDefault();
        hasMoved.current = false;
      }}
    >
      {more}
      {rows.count > 1 && (
        <>
          <MenuItem
            icon={<ArrowUp aria-hidden="true" />}
            disabled={index === 0}
            onSelect={then(() => rows.move(index, -1))}
          >
            Move up
          </MenuItem>
          <MenuItem
            icon={<ArrowDown aria-hidden="true" />}
            disabled={index === rows.count - 1}
            onSelect={then(() => rows.move(index, 1))}
          >
            Move down
          </MenuItem>
        </>
      )}
      <MenuItem icon={<Copy aria-hidden="true" />} onSelect={then(() => rows.duplicate(index))}>
        Duplicate
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Trash2 aria-hidden="true" />} danger onSelect={then(() => rows.remove(index))}>
        Remove
      </MenuItem>
    </Menu>
  );
}
