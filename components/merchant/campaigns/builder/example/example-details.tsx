"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Menu, MenuItem } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { DETAILS, type Detail, readDetail, writeDetail } from "./details";
import { type Example, type ExampleAttribute, nextKey } from "./example";
import { QuietAttributes, QuietDetail } from "./quiet-controls";

/** What is known beside the usual: what the campaign asks for, and what somebody adds. */
export function ExampleDetails({
  of,
  label,
  example,
  attributes,
  onAttributes,
  onChange,
}: {
  of: Detail["of"] | null;
  /** Of the button that adds something. */
  label: string;
  example: Partial<Example>;
  attributes: ExampleAttribute[];
  onAttributes: (attributes: ExampleAttribute[]) => void;
  onChange: (change: Partial<Example>) => void;
}) {
  const [added, setAdded] = useState<readonly Detail["key"][]>([]);
  const own = DETAILS.filter((detail) => detail.of === of);
  const isShown = ({ key }: Detail) => added.includes(key) || readDetail(example, key) !== "";
  return (
    <>
      {own.filter(isShown).map(({ key, name, type, placeholder }) => (
        <QuietDetail
          key={key}
          name={name}
          type={type}
          placeholder={placeholder}
          value={readDetail(example, key)}
          onChange={(text) => {
            // What is being emptied stays on screen while somebody types.
            setAdded((before) => (before.includes(key) ? before : [...before, key]));
            onChange(writeDetail(key, text));
          }}
          onRemove={() => {
            setAdded((before) => before.filter((other) => other !== key));
            onChange(writeDetail(key, ""));
          }}
        />
      ))}
      <QuietAttributes attributes={attributes} onChange={onAttributes} />
      <Menu align="start" trigger={<IconButton size="sm" label={label} icon={<Plus />} />}>
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
    </>
  );
}
