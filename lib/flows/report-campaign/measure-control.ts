import { addTo, type CampaignReport, type GroupSums, upliftOf } from "@/lib/analytics";
import { type Audience, audienceCheck, isHeldOut } from "@/lib/campaigns";
import type { Tx } from "@/lib/db";
import type { ReportSpan } from "./given-sql";
import { selectMemberPage, sumSpending } from "./members-sql";

/** Members that are read at once. */
const PAGE = 5_000;

const emptyGroup = (): GroupSums => ({ members: 0, sum: 0, sumOfSquares: 0 });

/**
 * What the members of the audience spent, and how often they bought, beside those of them whom the campaign holds out.
 * Everybody in the audience counts, also who bought nothing: looking only at those who came would compare unlike groups.
 */
export async function measureControl(
  tx: Tx,
  span: ReportSpan,
  { audience, percent }: { audience: Audience | null; percent: number },
): Promise<NonNullable<CampaignReport["control"]>> {
  const bought = new Map((await sumSpending(tx, span)).map((row) => [row.memberId, row]));
  const isForMember = audienceCheck(audience, span.timeZone);
  const spending = { treated: emptyGroup(), control: emptyGroup() };
  const visits = { treated: emptyGroup(), control: emptyGroup() };
  for (let after: string | null = null; ; ) {
    const page = await selectMemberPage(tx, {
      programId: span.programId,
      joinedBefore: span.end,
      after,
      limit: PAGE,
    });
    for (const member of page) {
      if (!isForMember(member, span.end)) continue;
      const group = isHeldOut(span.campaignId, member.memberId, percent) ? "control" : "treated";
      const sums = bought.get(member.memberId);
      addTo(spending[group], Number(sums?.amountMinor ?? 0n));
      addTo(visits[group], sums?.purchases ?? 0);
    }
    const last = page.at(-1);
    if (page.length < PAGE || last === undefined) break;
    after = last.memberId;
  }
  return {
    percent,
    treatedMembers: spending.treated.members,
    controlMembers: spending.control.members,
    spending: upliftOf(spending.treated, spending.control),
    visits: upliftOf(visits.treated, visits.control),
  };
}
