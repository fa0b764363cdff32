import { Ban } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { SendPoints } from "@/components/member/send-points";
import { EmptyState } from "@/components/ui/empty-state";
import { requireMember } from "@/lib/auth/session";
import { readMember } from "@/lib/members";
import { readTransferStanding } from "@/lib/transfers";
import { readWallet } from "@/lib/wallet";
import { lookAtTransfer, sendToMember } from "./actions";

export const metadata: Metadata = { title: "Send points" };

/** Points for another member: whom, how many, a look at both, and gone. */
export default async function SendPage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program, memberId } = await requireMember((await params).program);
  const [member, wallet, standing] = await Promise.all([
    readMember(ctx, memberId),
    readWallet(ctx, memberId),
    readTransferStanding(ctx, memberId),
  ]);
  const pointName = program.pointType.name;
  const path = `/club/${program.slug}/send`;
  if (!standing.enabled || standing.bar.sending) {
    return (
      <EmptyState
        headingLevel={1}
        title={`Sending ${pointName} is not possible`}
        icon={<Ban aria-hidden="true" />}
      >
        {standing.enabled
          ? `${program.name} has stopped sending from your account. Ask there why.`
          : `Members of ${program.name} do not send each other ${pointName}.`}
      </EmptyState>
    );
  }
  return (
    <div className="mx-auto max-w-xl">
      <h1 className="text-2xl">Send {pointName}</h1>
      <p className="mt-1 text-pretty text-base text-ink-2">
        To another member of {program.name}. They have them at once, with the last day that they have with
        you.
      </p>
      <SendPoints
        program={program.slug}
        locale={member.locale ?? program.locale}
        pointName={pointName}
        available={wallet.available}
        allowance={standing.allowance}
        preview={lookAtTransfer}
        send={sendToMember}
      />
      <p className="mt-8 border-t pt-5 text-base">
        <Link href={`${path}/blocked`} className="font-medium text-accent-ink">
          Blocked members
        </Link>
      </p>
    </div>
  );
}
