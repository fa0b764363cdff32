import type { Metadata } from "next";
import Link from "next/link";
import { ActivityList } from "@/components/member/activity-list";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedLinks } from "@/components/ui/segmented";
import { requireMember } from "@/lib/auth/session";
import { readMember } from "@/lib/members";
import { readActivity } from "@/lib/wallet";
import { ACTIVITY_KINDS, type ActivityKind } from "@/lib/wallet/schema";
import { loadActivity } from "./actions";

export const metadata: Metadata = { title: "Activity" };

const PAGE_SIZE = 20;
const FILTERS = [
  { kind: undefined, label: "All" },
  { kind: "earned", label: "Earned" },
  { kind: "returned", label: "Taken back" },
  { kind: "expired", label: "Expired" },
  { kind: "transferred", label: "Sent and shared" },
] as const;

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<{ kind?: string | string[] }>;
};

/** Every movement of the member's points, each with its reason. */
export default async function ActivityPage({ params, searchParams }: Props) {
  const { ctx, program, memberId } = await requireMember((await params).program);
  const asked = (await searchParams).kind;
  const kind = ACTIVITY_KINDS.find((candidate) => candidate === asked);
  const [member, first] = await Promise.all([
    readMember(ctx, memberId),
    readActivity(ctx, memberId, { limit: PAGE_SIZE, kind }),
  ]);
  const formats = { locale: member.locale ?? program.locale, timeZone: program.timeZone };
  const pointName = program.pointType.name;
  const path = `/club/${program.slug}/activity`;
  return (
    <div className="mx-auto max-w-2xl">
      <div className="flex items-baseline justify-between gap-4">
        <h1 className="text-2xl">Activity</h1>
        <Link href={`/club/${program.slug}/statements`} className="font-medium text-accent-ink text-base">
          Statements
        </Link>
      </div>
      {(first.items.length > 0 || kind) && (
        <>
          <p className="mt-1 text-base text-ink-2">Press a line to see why.</p>
          <SegmentedLinks
            label="Show"
            className="mt-4"
            items={FILTERS.map((filter) => ({
              href: filter.kind ? `${path}?kind=${filter.kind}` : path,
              label: filter.label,
              current: filter.kind === kind,
            }))}
          />
        </>
      )}
      {first.items.length === 0 ? (
        <EmptyState title={emptyTitle(kind)}>{emptyText(kind, pointName)}</EmptyState>
      ) : (
        <ActivityList
          key={kind ?? "all"}
          program={program.slug}
          first={first}
          kind={kind}
          formats={formats}
          pointName={pointName}
          load={loadActivity}
        />
      )}
    </div>
  );
}

function emptyTitle(kind: ActivityKind | undefined): string {
  if (kind === "returned") return "Nothing was taken back";
  if (kind === "expired") return "Nothing has expired";
  return kind === "transferred" ? "Nothing was sent or shared" : "Nothing here yet";
}

function emptyText(kind: ActivityKind | undefined, pointName: string): string {
  if (kind === "returned") {
    return `When you return something, the ${pointName} it had earned are taken back, and listed here.`;
  }
  if (kind === "expired") return `Your ${pointName} were always used in time.`;
  if (kind === "transferred") {
    return `What you send to others, get from them or share in a pool stands here.`;
  }
  return `Show your card when you pay. Seconds later the ${pointName} are here, with the reason for each.`;
}
