import Link from "next/link";
import type { ReactNode } from "react";
import { formatMoney, formatNumber } from "@/components/ui/format";
import { Panel } from "@/components/ui/panel";
import { FIGURE_LINK } from "@/components/ui/stat-strip";
import type { CampaignReport } from "@/lib/analytics/schema";

type Control = NonNullable<CampaignReport["control"]>;
type Group = "control" | "treated";
type Uplift = NonNullable<Control["spending"]>;

/** What the campaign changed, measured against the members that it holds out. */
export function ControlPanel({
  control,
  hrefOf,
  formats,
}: {
  control: Control | null;
  /** Where the members of a group are; absent where the reader may not see them. */
  hrefOf?: ((group: Group) => string) | undefined;
  formats: { locale: string; currency: string };
}) {
  if (control === null) {
    return (
      <Panel title="What it changed">
        <p className="max-w-2xl text-ink-2">
          This campaign has no control group, so nobody can say what members would have done without it. Hold
          out 10 % of the audience in its rules to measure that from the next launch on.
        </p>
      </Panel>
    );
  }
  const number = (value: number) => formatNumber(value, formats.locale);
  const money = (value: number) => formatMoney(Math.round(value), formats.currency, formats.locale);
  const visits = new Intl.NumberFormat(formats.locale, { maximumFractionDigits: 2 });
  return (
    <Panel
      title="What it changed"
      note={
        <span className="text-ink-3 text-xs">
          <GroupLink href={hrefOf?.("treated")}>{number(control.treatedMembers)} members</GroupLink> beside{" "}
          <GroupLink href={hrefOf?.("control")}>{number(control.controlMembers)} held out</GroupLink> (
          {control.percent} %)
        </span>
      }
    >
      <div className="grid gap-6 lg:grid-cols-2">
        <Measured title="Spent a member" uplift={control.spending} show={money} hrefOf={hrefOf} />
        <Measured
          title="Purchases a member"
          uplift={control.visits}
          show={(value) => visits.format(value)}
          hrefOf={hrefOf}
        />
      </div>
      <p className="mt-4 max-w-3xl text-ink-3 text-xs">
        Everybody in the audience counts, whether they bought something or not. The span holds the true
        difference in 95 of 100 such comparisons; a span that leaves zero out is unlikely to be chance.
      </p>
    </Panel>
  );
}

function Measured({
  title,
  uplift,
  show,
  hrefOf,
}: {
  title: string;
  uplift: Uplift | null;
  show: (value: number) => string;
  hrefOf?: ((group: Group) => string) | undefined;
}): ReactNode {
  if (uplift === null) {
    return (
      <div>
        <h3 className="text-ink-3 text-xs">{title}</h3>
        <p className="mt-1 text-ink-2">Too few members so far: both groups need at least 30.</p>
      </div>
    );
  }
  const signed = (value: number) => `${value > 0 ? "+" : value < 0 ? "−" : "±"}${show(Math.abs(value))}`;
  return (
    <div>
      <h3 className="text-ink-3 text-xs">{title}</h3>
      <p className="mt-0.5 flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold text-2xl tracking-tight">{signed(uplift.difference)}</span>
        <span className="text-ink-2">
          <GroupLink href={hrefOf?.("treated")}>{show(uplift.mean)}</GroupLink> against{" "}
          <GroupLink href={hrefOf?.("control")}>{show(uplift.controlMean)}</GroupLink>
          {uplift.percent !== null && `, ${signedPercent(uplift.percent)}`}
        </span>
      </p>
      <Span uplift={uplift} />
      <p className="mt-1.5 text-sm">
        <span className="text-ink-2">
          Between {signed(uplift.low)} and {signed(uplift.high)}.{" "}
        </span>
        <span className="font-medium">
          {uplift.significant ? "Unlikely to be chance." : "It may be chance."}
        </span>
      </p>
    </div>
  );
}

function GroupLink({ href, children }: { href: string | undefined; children: ReactNode }) {
  return href === undefined ? (
    children
  ) : (
    <Link href={href} className={FIGURE_LINK}>
      {children}
    </Link>
  );
}

function signedPercent(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return `${rounded > 0 ? "+" : rounded < 0 ? "−" : "±"}${Math.abs(rounded)} %`;
}

/** The span on a line with its zero, for the eye; the words below say the same. */
function Span({ uplift: { low, high, difference } }: { uplift: Uplift }) {
  const reach = Math.max(Math.abs(low), Math.abs(high)) * 1.15 || 1;
  const place = (value: number) => ((value + reach) / (2 * reach)) * 100;
  return (
    <div aria-hidden="true" className="relative mt-2 h-4">
      <div className="absolute inset-x-0 top-1/2 h-px bg-line" />
      <div className="absolute top-0 h-full w-px bg-line-strong" style={{ insetInlineStart: "50%" }} />
      <div
        className="absolute top-1/2 h-1 -translate-y-1/2 rounded-[1.5px] bg-accent/40"
        style={{ insetInlineStart: `${place(low)}%`, width: `${place(high) - place(low)}%` }}
      />
      <div
        className="absolute top-1/2 size-2 -translate-x-1/2 -translate-y-1/2 rounded-[1.5px] bg-accent"
        style={{ left: `${place(difference)}%` }}
      />
    </div>
  );
}
