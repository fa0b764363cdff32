"use client";

import { ChevronsUpDown } from "lucide-react";
import { Menu, MenuLabel, MenuLink } from "@/components/ui/dropdown-menu";
import { Mosaic } from "@/components/ui/mosaic";

export type SwitcherProgram = {
  programId: string;
  slug: string;
  name: string;
  sandbox: boolean;
  currency: string;
  brandHue: number | null;
};

const kindOf = (program: SwitcherProgram) => `${program.sandbox ? "Sandbox" : "Live"} · ${program.currency}`;

/** Names the program of this portal and leads to the company's others. */
export function ProgramSwitcher({
  current,
  programs,
}: {
  current: SwitcherProgram;
  programs: SwitcherProgram[];
}) {
  return (
    <Menu
      align="start"
      className="w-64"
      trigger={
        <button
          type="button"
          className="flex w-full items-center gap-2.5 rounded-md p-1.5 text-start hover:bg-hover"
        >
          <Mosaic id={current.programId} hue={current.brandHue} size={28} />
          <span className="min-w-0 flex-1">
            <span className="block truncate font-semibold text-sm">{current.name}</span>
            <span className="block text-ink-3 text-xs">{kindOf(current)}</span>
          </span>
          <ChevronsUpDown aria-hidden="true" className="size-4 text-ink-3" />
        </button>
      }
    >
      <MenuLabel>Programs</MenuLabel>
      {programs.map((program) => (
        <MenuLink
          key={program.programId}
          href={`/p/${program.slug}`}
          current={program.programId === current.programId}
          icon={<Mosaic id={program.programId} hue={program.brandHue} size={24} />}
        >
          <span className="block truncate">{program.name}</span>
          <span className="block text-ink-3 text-xs">{kindOf(program)}</span>
        </MenuLink>
      ))}
    </Menu>
  );
}
