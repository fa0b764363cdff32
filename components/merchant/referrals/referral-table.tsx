import Link from "next/link";
import { StateChip, type Tone } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Time } from "@/components/ui/figures";
import { type Formats, formatNumber } from "@/components/ui/format";
import { fromTypeId } from "@/lib/core/ids";
import type { ReferralDto } from "@/lib/referrals/schema";

const STATES: Record<ReferralDto["state"], { label: string; tone: Tone }> = {
  joined: { label: "Joined", tone: "neutral" },
  qualified: { label: "Has bought", tone: "warn" },
  rewarded: { label: "Rewarded", tone: "good" },
  taken_back: { label: "Taken back", tone: "bad" },
};

/** Who came by whom, how far it is, and what each side got. */
export function ReferralTable({
  referrals,
  names,
  program,
}: {
  referrals: ReferralDto[];
  /** By the member's UUID. */
  names: ReadonlyMap<string, string>;
  program: Formats & { slug: string };
}) {
  return (
    <DataTable
      caption="Referrals"
      rows={referrals}
      rowKey={({ id }) => id}
      columns={columnsFor(names, program)}
    />
  );
}

function columnsFor(
  names: ReadonlyMap<string, string>,
  program: Formats & { slug: string },
): Column<ReferralDto>[] {
  const member = (id: string) => (
    <Link href={`/p/${program.slug}/members/${id}`} className="font-medium text-accent-ink hover:underline">
      {names.get(fromTypeId("mem", id) ?? "") ?? "A member"}
    </Link>
  );
  const points = (got: number | null, state: ReferralDto["state"], taken: number | null) => (
    <>
      {got === null ? <span className="text-ink-3">–</span> : formatNumber(got, program.locale)}
      {state === "taken_back" && taken !== null && (
        <span className="block whitespace-nowrap text-ink-3 text-xs">
          {formatNumber(taken, program.locale)} taken back
        </span>
      )}
    </>
  );
  return [
    { key: "referrer", header: "Member", cell: ({ referrerId }) => member(referrerId) },
    { key: "referee", header: "Brought along", cell: ({ refereeId }) => member(refereeId) },
    {
      key: "joined",
      header: "Joined",
      hideBelow: "md",
      cell: ({ joinedAt }) => <Time at={joinedAt} formats={program} className="text-ink-2" />,
    },
    {
      key: "state",
      header: "State",
      cell: ({ state, dueAt }) => (
        <>
          <StateChip tone={STATES[state].tone}>{STATES[state].label}</StateChip>
          {state === "qualified" && dueAt !== null && (
            <span className="mt-1 block text-ink-3 text-xs">
              Rewarded <Time at={dueAt} formats={program} />
            </span>
          )}
        </>
      ),
    },
    {
      key: "referrerPoints",
      header: "Member got",
      hideBelow: "sm",
      align: "end",
      cell: ({ referrerPoints, referrerTaken, state }) => points(referrerPoints, state, referrerTaken),
    },
    {
      key: "refereePoints",
      header: "Who came got",
      hideBelow: "sm",
      align: "end",
      cell: ({ refereePoints, refereeTaken, state }) => points(refereePoints, state, refereeTaken),
    },
  ];
}
