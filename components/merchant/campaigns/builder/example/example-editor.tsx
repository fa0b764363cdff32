"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Menu, MenuItem } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { usePortal } from "../../../portal-context";
import { unitMinorOf } from "../money";
import { DETAILS, type Detail, readDetail, writeDetail } from "./details";
import type { Example, ExampleAttribute } from "./example";
import { LineEditor } from "./line-editor";
import type { PastQuestion } from "./past";
import { PastEditor } from "./past-editor";
import { QuietAttributes, QuietDetail, QuietNumber, QuietText } from "./quiet-controls";

const nextKey = (items: readonly { key: number }[]) => Math.max(-1, ...items.map(({ key }) => key)) + 1;

/** The member and the event that the campaign is tried on, edited where they stand. */
export function ExampleEditor({
  example,
  questions,
  isPurchase,
  onChange,
}: {
  example: Example;
  /** What the campaign asks of the member's past. */
  questions: readonly PastQuestion[];
  isPurchase: boolean;
  onChange: (change: Partial<Example>) => void;
}) {
  const { currency } = usePortal().program;
  return (
    <div className="divide-y overflow-hidden rounded-lg border bg-surface">
      <div className="flex flex-col gap-1 px-2 py-1.5">
        <div className="flex items-center gap-1">
          <QuietText
            label="Member"
            value={example.memberName}
            onChange={(memberName) => onChange({ memberName })}
            className="flex-1 font-medium"
          />
          <span className="flex items-center whitespace-nowrap text-ink-3 text-xs">
            joined
            <QuietNumber
              label="Days since joining"
              value={example.joinedDaysAgo}
              onChange={(joinedDaysAgo) => onChange({ joinedDaysAgo })}
              className="field-sizing-content text-sm"
            />
            days ago
          </span>
        </div>
        <Details
          of="member"
          example={example}
          attributes={example.attributes}
          onAttributes={(attributes) => onChange({ attributes })}
          onChange={onChange}
        />
      </div>
      {questions.length > 0 && (
        <PastEditor
          questions={questions}
          onChange={(key, answer) => onChange({ past: { ...example.past, [key]: answer } })}
        />
      )}
      <div className="flex flex-col gap-1 px-2 py-1.5">
        <div className="flex flex-wrap items-center gap-1">
          <QuietText
            label="When"
            type="datetime-local"
            value={example.at}
            onChange={(at) => {
              if (at) onChange({ at });
            }}
            className="flex-1"
          />
          {isPurchase && (
            <QuietText
              label="Store"
              value={example.store}
              placeholder="Store"
              onChange={(store) => onChange({ store })}
              className="w-28 text-end text-ink-2 text-sm"
            />
          )}
        </div>
        <Details
          of={isPurchase ? "event" : "attributes"}
          example={example}
          attributes={example.eventAttributes}
          onAttributes={(eventAttributes) => onChange({ eventAttributes })}
          onChange={onChange}
        />
      </div>
      {isPurchase &&
        example.lines.map((line) => (
          <LineEditor
            key={line.key}
            line={line}
            onChange={(next) =>
              onChange({ lines: example.lines.map((other) => (other.key === next.key ? next : other)) })
            }
            onRemove={() => onChange({ lines: example.lines.filter(({ key }) => key !== line.key) })}
          />
        ))}
      {isPurchase && (
        <button
          type="button"
          onClick={() => {
            const empty = { name: "", sku: "", category: "", brand: "", quantity: 1 };
            const key = nextKey(example.lines);
            onChange({
              lines: [...example.lines, { ...empty, key, amountMinor: 5 * unitMinorOf(currency) }],
            });
          }}
          className="flex w-full items-center gap-1.5 px-3.5 py-2 text-ink-2 text-sm hover:bg-hover hover:text-ink"
        >
          <Plus aria-hidden="true" className="size-3.5" />
          Line
        </button>
      )}
    </div>
  );
}

/** What is known beside the usual: what the campaign asks for, and what somebody adds. */
function Details({
  of,
  example,
  attributes,
  onAttributes,
  onChange,
}: {
  of: "member" | "event" | "attributes";
  example: Example;
  attributes: ExampleAttribute[];
  onAttributes: (attributes: ExampleAttribute[]) => void;
  onChange: (change: Partial<Example>) => void;
}) {
  const [added, setAdded] = useState<readonly Detail["key"][]>([]);
  const own = DETAILS.filter((detail) => detail.of === of);
  const isShown = ({ key }: Detail) => added.includes(key) || readDetail(example, key) !== "";
  return (
    <div className="flex flex-wrap items-center gap-1">
      {own.filter(isShown).map(({ key, name, type, placeholder }) => (
        <QuietDetail
          key={key}
          name={name}
          type={type}
          placeholder={placeholder}
          value={readDetail(example, key)}
          onChange={(text) => {
            setAdded((before) => [...before, key]);
            onChange(writeDetail(key, text));
          }}
          onRemove={() => {
            setAdded((before) => before.filter((other) => other !== key));
            onChange(writeDetail(key, ""));
          }}
        />
      ))}
      <QuietAttributes attributes={attributes} onChange={onAttributes} />
      <Menu
        align="start"
        trigger={
          <IconButton
            size="sm"
            label={of === "member" ? "Add something about the member" : "Add something about the event"}
            icon={<Plus />}
          />
        }
      >
        {own
          .filter((detail) => !isShown(detail))
          .map(({ key, name }) => (
            <MenuItem key={key} onSelect={() => setAdded((before) => [...before, key])}>
              {name}
            </MenuItem>
          ))}
        <MenuItem
          onSelect={() => onAttributes([...attributes, { key: nextKey(attributes), name: "", value: "" }])}
        >
          Attribute
        </MenuItem>
      </Menu>
    </div>
  );
}
