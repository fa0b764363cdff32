"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { z } from "zod";
import { useOptionList } from "@/components/merchant/campaigns/builder/option-list";
import { SuggestionPopover } from "@/components/merchant/campaigns/builder/suggestion-popover";
import { readApi } from "@/components/providers/api-client";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { usePortal } from "../portal-context";

/** @param id TypeID */
export type ChosenMember = { id: string; name: string };

const MOST_FOUND = 8;
const SHORTEST = 2;
const found = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), cardNumber: z.string() })),
});

/** The member whose profile and history a basket meets, found by name, card, phone or e-mail address. */
export function MemberChoice({
  member,
  onChange,
}: {
  /** Null: somebody new. */
  member: ChosenMember | null;
  onChange: (member: ChosenMember | null) => void;
}) {
  const { program } = usePortal();
  const [typed, setTyped] = useState("");
  const [isOpen, setOpen] = useState(false);
  const q = useDeferredValue(typed.trim());
  const { data } = useQuery({
    queryKey: ["members", program.slug, "choose", q],
    queryFn: ({ signal }) =>
      readApi(`/api/v1/members?limit=${MOST_FOUND}&q=${encodeURIComponent(q)}`, program.slug, found, signal),
    enabled: q.length >= SHORTEST,
    placeholderData: keepPreviousData,
  });
  const options = (q.length < SHORTEST ? [] : (data?.items ?? [])).map(({ id, name, cardNumber }) => ({
    key: id,
    label: name,
    note: cardNumber,
  }));
  const list = useOptionList(options, {
    onTake: ({ key, label }) => {
      onChange({ id: key, name: label });
      setTyped("");
      setOpen(false);
      list.reset();
    },
  });
  const isShown = isOpen && options.length > 0;
  const hint =
    isOpen && q.length >= SHORTEST && data?.items.length === 0
      ? "Nobody goes by that."
      : "Whose profile and history it meets; otherwise somebody new.";
  return (
    <Field label="Member" optional hint={hint}>
      {member ? (
        <div className="flex min-h-9 items-center justify-between gap-2 rounded-md border px-3 py-1">
          <span className="min-w-0 truncate">{member.name}</span>
          <IconButton
            size="sm"
            label={`Take somebody else than ${member.name}`}
            icon={<X />}
            onClick={() => onChange(null)}
          />
        </div>
      ) : (
        <SuggestionPopover isOpen={isShown} onClose={() => setOpen(false)} label="Members found" list={list}>
          <div>
            <Input
              {...list.fieldProps}
              aria-expanded={isShown}
              value={typed}
              placeholder="Name, card or e-mail"
              autoComplete="off"
              spellCheck={false}
              onFocus={() => setOpen(true)}
              onBlur={() => setOpen(false)}
              onChange={(event) => {
                setTyped(event.target.value);
                setOpen(true);
                list.reset();
              }}
              onKeyDown={(event) => {
                if (event.key === "Escape" && isShown) setOpen(false);
                else if (list.press(event)) setOpen(true);
              }}
            />
          </div>
        </SuggestionPopover>
      )}
    </Field>
  );
}
