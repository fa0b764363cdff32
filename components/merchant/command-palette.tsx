"use client";

import { useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, type ReactNode, useDeferredValue, useEffect, useId, useState } from "react";
import { z } from "zod";
import { readApi } from "@/components/providers/api-client";
import { Avatar } from "@/components/ui/avatar";
import { classNames } from "@/components/ui/class-names";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { hrefOf, sectionsFor } from "./navigation";
import { usePortal } from "./portal-context";

type Entry = { key: string; group: string; href: string; icon: ReactNode; label: string; note?: string };

const FOUND_MEMBERS = 8;
const foundMembers = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), cardNumber: z.string() })),
});

/** Jumps to any page or member: Ctrl K or ⌘ K anywhere in the portal, or a PaletteTrigger. */
export function CommandPalette({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      onOpenChange(!open);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [open, onOpenChange]);

  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Search or jump to" hideHeader>
      <Finder onLeave={() => onOpenChange(false)} />
    </Dialog>
  );
}

/** Looks like the search box that it opens. */
export function PaletteTrigger({ onOpen }: { onOpen: () => void }) {
  return (
    <button
      type="button"
      onClick={onOpen}
      className="flex h-8 w-full items-center gap-1.5 rounded-md border bg-surface px-2 text-ink-3 text-sm hover:border-line-strong hover:text-ink-2"
    >
      <Search aria-hidden="true" className="size-4" />
      <span className="flex-1 truncate text-start">Search or jump to…</span>
      <span aria-hidden="true" className="font-mono text-xs">
        Ctrl K
      </span>
    </button>
  );
}

function usePages(text: string): Entry[] {
  const { program, permissions } = usePortal();
  const words = text.trim().toLowerCase().split(/\s+/u).filter(Boolean);
  return sectionsFor(permissions).flatMap((section) =>
    section.destinations
      .filter(({ label, keywords = "" }) => {
        const haystack = `${section.title ?? ""} ${label} ${keywords}`.toLowerCase();
        return words.every((word) => haystack.includes(word));
      })
      .map((destination) => {
        const Icon = destination.icon;
        return {
          key: destination.path,
          group: "Pages",
          href: hrefOf(program.slug, destination),
          icon: <Icon aria-hidden="true" className="size-4 text-ink-3" />,
          label: destination.label,
          note: section.title ?? undefined,
        };
      }),
  );
}

function useMembers(text: string) {
  const { program, permissions } = usePortal();
  const q = text.trim();
  const query = useQuery({
    queryKey: ["members", program.slug, "find", q],
    queryFn: ({ signal }) =>
      readApi(
        `/api/v1/members?limit=${FOUND_MEMBERS}&q=${encodeURIComponent(q)}`,
        program.slug,
        foundMembers,
        signal,
      ),
    enabled: q.length >= 2 && permissions.includes("members:read"),
    placeholderData: (previous) => previous,
  });
  const entries: Entry[] =
    q.length < 2
      ? []
      : (query.data?.items ?? []).map((member) => ({
          key: member.id,
          group: "Members",
          href: `/p/${program.slug}/members/${member.id}`,
          icon: <Avatar name={member.name} size={20} />,
          label: member.name,
          note: member.cardNumber,
        }));
  return { entries, searching: query.isFetching, failed: query.isError };
}

function Finder({ onLeave }: { onLeave: () => void }) {
  const router = useRouter();
  const listId = useId();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const deferred = useDeferredValue(text);
  const pages = usePages(deferred);
  const members = useMembers(deferred);
  const entries = [...pages, ...members.entries];
  const current = entries[Math.min(active, entries.length - 1)];

  function go(entry: Entry) {
    onLeave();
    router.push(entry.href);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && entries.length > 0) {
      event.preventDefault();
      const next = (Math.min(active, entries.length - 1) + step + entries.length) % entries.length;
      setActive(next);
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && current) {
      event.preventDefault();
      go(current);
    }
  }

  return (
    <div>
      <div className="flex items-center gap-2.5 border-b px-4">
        <Search
          aria-hidden="true"
          className={classNames("size-4 text-ink-3", members.searching && "animate-breathe")}
        />
        <input
          // biome-ignore lint/a11y/noAutofocus: the palette was opened to type into it
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={current ? `${listId}-${entries.indexOf(current)}` : undefined}
          aria-label="Search pages and members"
          placeholder="A page, or a member's name, e-mail or card number"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          className="h-12 min-w-0 flex-1 bg-transparent text-md outline-none"
        />
        <Kbd>Esc</Kbd>
      </div>
      <div id={listId} role="listbox" aria-label="Results" className="max-h-[50dvh] overflow-y-auto p-1.5">
        {entries.map((entry, index) => (
          <div key={entry.key || "home"}>
            {entry.group !== entries[index - 1]?.group && (
              <p aria-hidden="true" className="px-2.5 pt-2 pb-1 text-ink-3 text-xs">
                {entry.group}
              </p>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above handles the keys */}
            <div
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={entry === current}
              onPointerMove={() => setActive(index)}
              onClick={() => go(entry)}
              className={classNames(
                "flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5",
                entry === current && "bg-hover",
              )}
            >
              {entry.icon}
              <span className="min-w-0 flex-1 truncate">{entry.label}</span>
              {entry.note && <span className="shrink-0 text-ink-3 text-xs">{entry.note}</span>}
            </div>
          </div>
        ))}
      </div>
      {entries.length === 0 && (
        <p role="status" className="px-4 pt-2 pb-5 text-ink-2">
          {members.searching
            ? "Searching…"
            : members.failed
              ? "Members cannot be searched right now. Try again in a moment."
              : "Nothing is called that."}
        </p>
      )}
    </div>
  );
}
