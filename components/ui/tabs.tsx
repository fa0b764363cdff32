"use client";

import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

const LIST = "flex gap-5 overflow-x-auto overflow-y-hidden border-b";
const TAB =
  "-mb-px whitespace-nowrap border-transparent border-b-2 px-0.5 py-2 font-medium text-base text-ink-2 hover:text-ink " +
  "data-[state=active]:border-accent data-[state=active]:text-ink";

/** Panels of one page under tabs. For tabs with a URL of their own, use LinkTabs. */
export function Tabs({
  tabs,
  label,
  defaultValue,
  className,
}: {
  tabs: { value: string; label: ReactNode; content: ReactNode }[];
  label: string;
  defaultValue?: string;
  className?: string;
}) {
  return (
    <Radix.Root defaultValue={defaultValue ?? tabs[0]?.value} className={className}>
      <Radix.List aria-label={label} className={LIST}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.value} value={tab.value} className={classNames(TAB)}>
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className="pt-5">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
