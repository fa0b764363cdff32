"use client";

import { Menu as MenuIcon, Search } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Mosaic } from "@/components/ui/mosaic";
import { CommandPalette, PaletteTrigger } from "./command-palette";
import { PortalNav } from "./portal-nav";
import { ProgramSwitcher, type SwitcherProgram } from "./program-switcher";
import { UserMenu } from "./user-menu";

type ShellProps = {
  program: SwitcherProgram;
  programs: SwitcherProgram[];
  user: { name: string; email: string; role: string };
  children: ReactNode;
};

/** The frame of the portal: a sidebar beside the page, or a bar with a drawer where there is no room for it. */
export function PortalShell({ program, programs, user, children }: ShellProps) {
  const [drawer, setDrawer] = useState(false);
  const [palette, setPalette] = useState(false);
  return (
    <div className="md:grid md:min-h-dvh md:grid-cols-[14.5rem_minmax(0,1fr)]">
      <header className="sticky top-0 z-30 flex h-13 items-center gap-2.5 border-b bg-paper/95 px-3 backdrop-blur-sm md:hidden">
        <IconButton size="lg" label="Open menu" icon={<MenuIcon />} onClick={() => setDrawer(true)} />
        <Link href={`/p/${program.slug}`} className="flex min-w-0 items-center gap-2.5 font-semibold">
          <Mosaic id={program.programId} hue={program.brandHue} size={26} />
          <span className="truncate">{program.name}</span>
        </Link>
        <IconButton
          size="lg"
          label="Search or jump to"
          icon={<Search />}
          className="ms-auto"
          onClick={() => setPalette(true)}
        />
        <Dialog open={drawer} onOpenChange={setDrawer} title="Menu" shape="start" hideHeader>
          <div className="flex min-h-full flex-col gap-4 p-3">
            <ProgramSwitcher current={program} programs={programs} />
            <PortalNav onNavigate={() => setDrawer(false)} />
            <div className="mt-auto">
              <UserMenu {...user} />
            </div>
          </div>
        </Dialog>
      </header>
      <aside className="sticky top-0 flex h-dvh flex-col border-e bg-sunken max-md:hidden">
        <div className="flex flex-col gap-3 p-3">
          <ProgramSwitcher current={program} programs={programs} />
          <PaletteTrigger onOpen={() => setPalette(true)} />
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto px-3 pb-3">
          <PortalNav />
        </div>
        <div className="border-t p-3">
          <UserMenu {...user} />
        </div>
      </aside>
      <CommandPalette open={palette} onOpenChange={setPalette} />
      <main id="main" tabIndex={-1} className="min-w-0 outline-none">
        <div className="mx-auto w-full max-w-[120rem] px-4 pt-5 pb-12 sm:px-6 lg:px-8">{children}</div>
      </main>
    </div>
  );
}
