"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { HOUSE_HUE } from "@/lib/programs/schema";

const STOPS = Array.from({ length: 13 }, (_, index) => `oklch(0.62 0.16 ${index * 30})`).join(", ");
/** Colours that many brands are near. */
const NAMED = [
  ["Red", 25],
  ["Orange", 55],
  ["Gold", 85],
  ["Green", 150],
  ["Teal", 195],
  ["Blue", 255],
  ["Violet", 300],
  ["Pink", 355],
] as const;

/** The hue of the program's colour. Lightness and strength follow, so that words in it can always be read. */
export function HueField({ hue, onChange }: { hue: number | null; onChange: (hue: number | null) => void }) {
  const shown = hue ?? HOUSE_HUE;
  return (
    <div className="flex max-w-xl flex-col gap-3">
      <Field
        label="Hue"
        hint="Lightness and strength are set so that words in the colour can be read in light and dark."
      >
        <div className="flex items-center gap-3">
          <input
            type="range"
            min={0}
            max={359}
            value={shown}
            aria-label="Hue on a scale"
            aria-valuetext={`${shown} degrees`}
            onChange={(event) => onChange(Number(event.currentTarget.value))}
            className="h-3 min-w-0 flex-1 cursor-pointer appearance-none rounded-sm [&::-moz-range-thumb]:size-5 [&::-webkit-slider-thumb]:size-5 [&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:rounded-sm [&::-webkit-slider-thumb]:border-2 [&::-webkit-slider-thumb]:border-surface [&::-webkit-slider-thumb]:bg-ink"
            style={{ background: `linear-gradient(to right, ${STOPS})` }}
          />
          <Input
            type="number"
            min={0}
            max={359}
            value={shown}
            trailing="°"
            className="w-24 shrink-0"
            onChange={(event) => {
              const typed = Math.round(event.currentTarget.valueAsNumber);
              if (typed >= 0 && typed <= 359) onChange(typed);
            }}
          />
        </div>
      </Field>
      <ul className="flex flex-wrap gap-1.5">
        {NAMED.map(([name, value]) => (
          <li key={name}>
            <button
              type="button"
              aria-label={name}
              title={name}
              aria-pressed={hue === value}
              onClick={() => onChange(value)}
              className="size-7 rounded-sm border border-transparent aria-pressed:border-ink aria-pressed:ring-2 aria-pressed:ring-surface aria-pressed:ring-inset"
              style={{ background: `oklch(0.58 0.16 ${value})` }}
            />
          </li>
        ))}
      </ul>
      <Checkbox
        label="House colour"
        hint="Pompeian red, as long as you have not chosen one."
        checked={hue === null}
        onChange={(event) => onChange(event.currentTarget.checked ? null : HOUSE_HUE)}
      />
    </div>
  );
}
