import type { ReactNode } from "react";
import { BENEFIT_WORDS } from "@/components/merchant/benefit-words";
import type { LookUpLists } from "@/components/merchant/campaigns/builder/look-ups";
import { listAddress } from "@/components/merchant/list-address";
import { FilterChip } from "@/components/ui/chip";
import { formatDay } from "@/components/ui/format";
import { budgetWindow } from "../budget-words";
import { type BehindSearch, NONE, SHOWN_WORDS } from "./look";

type Narrowing = { label: string; value: ReactNode; without: (keyof BehindSearch)[] };

/** What a list behind a figure is narrowed down by, each to be taken off. */
export function FilterChips({
  search,
  path,
  lists,
  memberName,
  locale,
}: {
  search: BehindSearch;
  path: string;
  lists: Pick<LookUpLists, "tier" | "segment">;
  memberName: string | undefined;
  locale: string;
}) {
  const narrowings = narrowingsOf(search, lists, memberName, locale);
  if (narrowings.length === 0) return null;
  const { cursor: _cursor, ...current } = search;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      {narrowings.map(({ label, value, without }) => (
        <FilterChip
          key={label}
          label={label}
          value={value}
          removeHref={listAddress(
            path,
            current,
            Object.fromEntries(without.map((parameter) => [parameter, undefined])),
          )}
        />
      ))}
    </div>
  );
}

function narrowingsOf(
  { show, from, to, store, tier, segment, member, kind, what, window }: BehindSearch,
  lists: Pick<LookUpLists, "tier" | "segment">,
  memberName: string | undefined,
  locale: string,
): Narrowing[] {
  const nameOf = (options: LookUpLists["tier"], code: string) =>
    options.find(({ value }) => value === code)?.label ?? code;
  const found: Narrowing[] = [];
  if (show === "budget" && window) {
    found.push({ label: "Budget", value: budgetWindow({ window }), without: ["show", "measure", "window"] });
    return found;
  }
  if (show) found.push({ label: "Shows", value: SHOWN_WORDS[show], without: ["show"] });
  if (from || to)
    found.push({ label: "Days", value: daysInWords(from, to, locale), without: ["from", "to"] });
  if (show === "redeemed" || show === "control" || show === "treated") return found;
  if (store) found.push({ label: "Store", value: store === NONE ? "No store" : store, without: ["store"] });
  if (tier) {
    const value = tier === NONE ? "No tier" : nameOf(lists.tier, tier);
    found.push({ label: "Tier", value, without: ["tier"] });
  }
  if (segment) found.push({ label: "Segment", value: nameOf(lists.segment, segment), without: ["segment"] });
  if (member) found.push({ label: "Member", value: memberName ?? member, without: ["member"] });
  if (kind && what) {
    const value = `${what} (${BENEFIT_WORDS[kind]})`;
    found.push({ label: "Benefit", value, without: ["kind", "what"] });
  }
  return found;
}

function daysInWords(from: string | undefined, to: string | undefined, locale: string): string {
  const day = (value: string) => formatDay(value, "date", locale);
  if (from && to) return from === to ? day(from) : `${day(from)} – ${day(to)}`;
  return from ? `since ${day(from)}` : `until ${day(to ?? "")}`;
}
