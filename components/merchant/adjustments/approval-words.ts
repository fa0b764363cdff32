import { formatNumber } from "@/components/ui/format";
import type { AloneStanding } from "@/lib/adjustments/schema";

/** Why so many points need a second person: by themselves, or with what the same person has done before. */
export function approvalInWords(
  before: { count: number; points: number },
  { count, alone, locale }: { count: number; alone: AloneStanding; locale: string },
): string {
  const number = (value: number) => formatNumber(value, locale);
  if (before.count > 0) {
    const isOfMember = before.points === alone.forMember.points && before.count === alone.forMember.count;
    const done = before.count === 1 ? "your adjustment" : `your ${number(before.count)} adjustments`;
    const whose = isOfMember ? " for this member" : "";
    return `With ${done}${whose} of the last 24 hours this comes to ${number(before.points + count)} points: a second person has to approve before anything moves.`;
  }
  const above =
    alone.approvalAbove !== null && count > alone.approvalAbove ? alone.approvalAbove : alone.dailyAbove;
  return `More than ${number(above ?? 0)} points: nothing moves until a second person approves.`;
}
