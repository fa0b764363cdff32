"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { UserMenu } from "@/components/merchant/user-menu";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Mosaic } from "@/components/ui/mosaic";
import type { ParticipantRole } from "@/lib/auth/actor";
import { destinationsFor } from "./destinations";

/** The frame of the partners' portal: whose program it is, which company looks at it, and its few pages. */
export function PartnerShell({
  program,
  company,
  parts,
  user,
  children,
}: {
  program: { programId: string; slug: string; name: string; brandHue: number | null };
  company: string;
  parts: readonly ParticipantRole[];
  user: { name: string; email: string };
  children: ReactNode;
}) {
  const pathname = usePathname();
  const home = `/partner/${program.slug}`;
  return (
    <>
      <header className="border-b bg-sunken">
        <div className="mx-auto w-full max-w-6xl px-4 pt-3 sm:px-6">
          <div className="flex items-center justify-between gap-4">
            <Link href={home} className="flex min-w-0 items-center gap-3">
              <Mosaic id={program.programId} hue={program.brandHue} size={34} />
              <span className="min-w-0">
                <span className="block truncate font-semibold">{company}</span>
                <span className="block truncate text-ink-3 text-xs">in {program.name}</span>
              </span>
            </Link>
            <div className="shrink-0">
              <UserMenu {...user} role={company} side="bottom" />
            </div>
          </div>
          <LinkTabs
            label="Partners’ portal"
            className="mt-2 border-b-0"
            tabs={destinationsFor(parts).map(({ label, path }) => {
              const href = `${home}${path}`;
              return { href, label, current: path === "" ? pathname === home : pathname.startsWith(href) };
            })}
          />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-6xl px-4 pt-6 pb-12 outline-none sm:px-6">
        {children}
      </main>
    </>
  );
}
