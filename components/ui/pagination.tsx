import { ChevronLeft, ChevronRight, ChevronsLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "./button";

/**
 * Keyset paging: links to the first, previous and next page, where there are any. `nextHref` carries the
 * page's `nextCursor`. Renders nothing when everything fits on one page.
 */
export function Pagination({
  firstHref,
  previousHref,
  nextHref,
  summary,
}: {
  firstHref?: string | null;
  previousHref?: string | null;
  nextHref?: string | null;
  /** "50 of 31,254 members" */
  summary?: ReactNode;
}) {
  const t = useTranslations("common");
  if (!firstHref && !previousHref && !nextHref && !summary) return null;
  return (
    <nav
      aria-label={t("pages")}
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t px-4.5 py-3 text-ink-3 text-sm"
    >
      <span>{summary}</span>
      <span className="flex gap-2">
        {firstHref && (
          <Link href={firstHref} className={buttonClass({ size: "sm", variant: "ghost" })}>
            <ChevronsLeft aria-hidden="true" className="rtl:-scale-x-100" />
            {t("first")}
          </Link>
        )}
        {previousHref && (
          <Link href={previousHref} rel="prev" className={buttonClass({ size: "sm" })}>
            <ChevronLeft aria-hidden="true" className="rtl:-scale-x-100" />
            {t("previous")}
          </Link>
        )}
        {nextHref && (
          <Link href={nextHref} rel="next" className={buttonClass({ size: "sm" })}>
            {t("next")}
            <ChevronRight aria-hidden="true" className="rtl:-scale-x-100" />
          </Link>
        )}
      </span>
    </nav>
  );
}
