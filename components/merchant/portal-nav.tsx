"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { hrefOf, sectionsFor } from "./navigation";
import { usePortal } from "./portal-context";

/** From here on a count says no more than that there are many. */
const MOST_SHOWN = 100;

/** The links of the sidebar; the current page's section is marked. */
export function PortalNav({ onNavigate }: { onNavigate?: () => void }) {
  const { program, permissions, waiting } = usePortal();
  const pathname = usePathname();
  const home = `/p/${program.slug}`;
  return (
    <nav aria-label="Portal" className="flex flex-col gap-5">
      {sectionsFor(permissions).map((section) => (
        <div key={section.title ?? "main"}>
          {section.title && <h2 className="mb-1 px-2 font-normal text-ink-3 text-xs">{section.title}</h2>}
          <ul className="flex flex-col">
            {section.destinations.map((destination) => {
              const href = hrefOf(program.slug, destination);
              const current = href === home ? pathname === home : pathname.startsWith(href);
              const Icon = destination.icon;
              const count = destination.badge === undefined ? 0 : waiting[destination.badge];
              return (
                <li key={href}>
                  <Link
                    href={href}
                    onClick={onNavigate}
                    aria-current={current ? "page" : undefined}
                    className={classNames(
                      "flex h-8 items-center gap-2.5 rounded-md border px-2 font-medium text-sm max-md:h-10 max-md:text-base",
                      current
                        ? "border-line bg-surface text-ink"
                        : "border-transparent text-ink-2 hover:bg-hover hover:text-ink",
                    )}
                  >
                    <Icon aria-hidden="true" className={classNames("size-4", current && "text-accent")} />
                    {destination.label}
                    {count > 0 && (
                      <Badge className="ms-auto">
                        {count < MOST_SHOWN ? count : `${MOST_SHOWN - 1}+`}
                        <span className="sr-only"> waiting</span>
                      </Badge>
                    )}
                  </Link>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
}
