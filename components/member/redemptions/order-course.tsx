import { useLocale, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { type Formats, formatTime } from "@/components/ui/format";
import type { StepDto } from "@/lib/redemptions/schema";

/** What happened to a redemption, the latest last, in the member's words. */
export function OrderCourse({ steps, timeZone }: { steps: StepDto[]; timeZone: Formats["timeZone"] }) {
  const t = useTranslations("redemptions");
  const locale = useLocale();
  return (
    <ol className="mt-3">
      {steps.map(({ what, note, tracking, at }, index) => {
        const isLast = index === steps.length - 1;
        return (
          <li key={`${what} ${at} ${index.toString()}`} className="relative flex gap-3.5 pb-5 last:pb-0">
            {!isLast && (
              <span aria-hidden="true" className="absolute start-[3.5px] top-3 bottom-0 w-px bg-line" />
            )}
            <span
              aria-hidden="true"
              className={classNames("mt-1.5 size-2 shrink-0", isLast ? "bg-accent" : "bg-ink-3")}
            />
            <div className="min-w-0">
              <p className={classNames("text-base", isLast && "font-medium")}>{t(`steps.${what}`)}</p>
              {note !== null && (
                <p dir="auto" className="mt-0.5 break-words text-base text-ink-2">
                  {note}
                </p>
              )}
              {tracking !== null && (
                <p className="mt-0.5 flex flex-wrap items-center gap-x-3 break-words text-ink-2 text-sm">
                  {[tracking.carrier, tracking.number].filter(Boolean).join(" ")}
                  {tracking.url !== undefined && (
                    <a
                      href={tracking.url}
                      rel="noreferrer"
                      target="_blank"
                      className="inline-flex items-center font-medium text-accent-ink underline touch:min-h-11"
                    >
                      {t("follow")}
                    </a>
                  )}
                </p>
              )}
              <p className="mt-0.5 text-ink-3 text-sm">
                <time dateTime={at}>{formatTime(at, "dateTime", { locale, timeZone })}</time>
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
