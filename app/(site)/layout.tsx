import Link from "next/link";
import type { ReactNode } from "react";
import { Mosaic } from "@/components/ui/mosaic";
import { ThemeToggle } from "@/components/ui/theme-toggle";

/** The frame of the public pages that belong to no program. Sign-in and invitations fill the screen: see (door). */
export default function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="mx-auto flex h-16 w-full max-w-6xl items-center justify-between px-5 sm:px-8">
        <Link href="/" className="flex items-center gap-2.5 rounded-md font-semibold text-md">
          <Mosaic id="tessera" size={28} />
          Tessera
        </Link>
        <ThemeToggle />
      </header>
      <main id="main" tabIndex={-1} className="flex flex-1 flex-col outline-none">
        {children}
      </main>
    </div>
  );
}
