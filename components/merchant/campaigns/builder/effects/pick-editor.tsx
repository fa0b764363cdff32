"use client";

import { X } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import type { PiecePick } from "@/lib/campaigns/schema";
import { AddDetail, InlineNumber, InlineSelect, Words } from "../controls";
import { Place } from "../place";

const WHICH = [
  { value: "cheapest", label: "cheapest" },
  { value: "dearest", label: "dearest" },
] as const;
/** Of which pieces they are the cheapest. */
const RANGES = [
  { value: "each", label: "of every" },
  { value: "overall", label: "of the basket for every" },
  { value: "all", label: "of all pieces" },
] as const;
type Range = (typeof RANGES)[number]["value"];

const NEW_PICK: PiecePick = { which: "cheapest", pieces: 1, of: 3 };

function rangeOf({ of, overall }: PiecePick): Range {
  if (of === undefined) return "all";
  return overall ? "overall" : "each";
}

function withRange({ which, pieces, of }: PiecePick, range: Range): PiecePick {
  if (range === "all") return { which, pieces };
  const group = of ?? Math.max(3, pieces + 1);
  return { which, pieces, of: group, ...(range === "overall" && { overall: true as const }) };
}

/** Only the cheapest or dearest pieces: of every three, say. */
export function OptionalPick({
  pick,
  onChange,
}: {
  pick: PiecePick | undefined;
  onChange: (pick: PiecePick | undefined) => void;
}) {
  if (pick === undefined) return <AddDetail onClick={() => onChange(NEW_PICK)}>cheapest of…</AddDetail>;
  const range = rangeOf(pick);
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-x-1.5 gap-y-1">
      <Place name="pick">
        <Words>only the</Words>
        <InlineNumber
          label="How many pieces"
          name="pieces"
          value={pick.pieces}
          onChange={(pieces) => onChange({ ...pick, pieces })}
        />
        <InlineSelect
          label="Which pieces"
          value={pick.which}
          options={WHICH}
          onChange={(which) => onChange({ ...pick, which })}
        />
        <InlineSelect
          label="Of which pieces"
          name="overall"
          value={range}
          options={RANGES}
          onChange={(next) => onChange(withRange(pick, next))}
        />
        {pick.of !== undefined && (
          <InlineNumber
            label="Of every so many"
            name="of"
            value={pick.of}
            suffix="pieces"
            onChange={(of) => onChange({ ...pick, of })}
          />
        )}
      </Place>
      <IconButton
        size="sm"
        label="Take all pieces"
        icon={<X />}
        className="in-disabled:hidden"
        onClick={() => onChange(undefined)}
      />
    </span>
  );
}
