import type { Metadata } from "next";
import { BlockForm } from "@/components/member/block-form";
import { BlockedList } from "@/components/member/blocked-list";
import { requireMember } from "@/lib/auth/session";
import { toTypeId } from "@/lib/core/ids";
import { readMember } from "@/lib/members";
import { listBlockedMembers } from "@/lib/transfers";
import { block, unblock } from "../actions";

export const metadata: Metadata = { title: "Blocked members" };

/** Whom the member wants nothing from. */
export default async function BlockedPage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program, memberId } = await requireMember((await params).program);
  const [member, blocked] = await Promise.all([readMember(ctx, memberId), listBlockedMembers(ctx, memberId)]);
  const pointName = program.pointType.name;
  return (
    <div className="mx-auto max-w-xl">
      <h1 className="text-2xl">Blocked members</h1>
      <p className="mt-1 text-pretty text-base text-ink-2">
        You and they cannot send each other {pointName}. They are not told.
      </p>
      <BlockForm program={program.slug} block={block} />
      <BlockedList
        program={program.slug}
        blocked={blocked.map((other) => ({ ...other, id: toTypeId("mem", other.memberId) }))}
        formats={{ locale: member.locale ?? program.locale, timeZone: program.timeZone }}
        unblock={unblock}
      />
    </div>
  );
}
