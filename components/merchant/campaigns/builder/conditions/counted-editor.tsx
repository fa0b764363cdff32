"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { Counted } from "@/lib/campaigns/schema";
import { AddDetail, InlineSelect, Words } from "../controls";
import { useFocusRequest } from "../focus";
import { InlineCombobox } from "../inline-combobox";
import { NEW_FILTER, OptionalFilter } from "../line-filter-editor";
import { usePlace } from "../place";
import { ValueChips } from "../value-chips";

const EVENTS = [
  { value: "purchase", label: "purchases" },
  { value: "custom", label: "other events" },
] as const;
const ONE_EVENT = [
  { value: "purchase", label: "purchase" },
  { value: "custom", label: "other event" },
] as const;
const CUSTOM = "custom:";

/** Which events of the member are looked back on. */
export function CountedEditor({
  of,
  isOne,
  onChange,
}: {
  of: Counted;
  /** Whether it is one of them that is spoken of: the first, or the last. */
  isOne: boolean;
  onChange: (of: Counted) => void;
}) {
  const isPurchase = of.event === "purchase";
  return (
    <>
      <InlineSelect
        label="Which events"
        value={isPurchase ? "purchase" : "custom"}
        options={isOne ? ONE_EVENT : EVENTS}
        onChange={(event) =>
          onChange({ ...of, filter: undefined, event: event === "purchase" ? event : `${CUSTOM}checkin` })
        }
      />
      {!isPurchase && (
        <InlineCombobox
          label="Name of the event"
          name="event"
          subject="event"
          value={of.event.slice(CUSTOM.length)}
          onChange={(name) => onChange({ ...of, event: `${CUSTOM}${name}` })}
        />
      )}
      {of.filter && (
        <OptionalFilter
          words="with products where"
          filter={of.filter}
          onChange={(filter) => onChange({ ...of, filter })}
        />
      )}
      {of.stores && (
        <Detail label="Remove the stores" onRemove={() => onChange({ ...of, stores: undefined })}>
          <Words>at</Words>
          <ValueChips
            label="Add a store"
            name="stores"
            subject="store"
            placeholder="Store…"
            values={of.stores}
            onChange={(stores) => onChange({ ...of, stores })}
          />
        </Detail>
      )}
      {of.channels && (
        <Detail label="Remove the channels" onRemove={() => onChange({ ...of, channels: undefined })}>
          <Words>by</Words>
          <ValueChips
            label="Add a channel"
            name="channels"
            subject="channel"
            placeholder="Channel…"
            values={of.channels}
            onChange={(channels) => onChange({ ...of, channels })}
          />
        </Detail>
      )}
    </>
  );
}

/** Ways to look back on fewer of them. */
export function CountedDetails({ of, onChange }: { of: Counted; onChange: (of: Counted) => void }) {
  const { focusNext } = useFocusRequest();
  const at = usePlace();
  const add = (detail: "filter" | "stores" | "channels") => {
    onChange({ ...of, [detail]: detail === "filter" ? NEW_FILTER : [] });
    focusNext(detail === "filter" ? `${at}/filter/0/values` : `${at}/${detail}`);
  };
  return (
    <>
      {of.event === "purchase" && !of.filter && (
        <AddDetail onClick={() => add("filter")}>only certain products</AddDetail>
      )}
      {!of.stores && <AddDetail onClick={() => add("stores")}>stores</AddDetail>}
      {!of.channels && <AddDetail onClick={() => add("channels")}>channels</AddDetail>}
    </>
  );
}

function Detail({ label, onRemove, children }: { label: string; onRemove: () => void; children: ReactNode }) {
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-x-1.5 gap-y-1">
      {children}
      <IconButton size="sm" label={label} icon={<X />} className="in-disabled:hidden" onClick={onRemove} />
    </span>
  );
}
