"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import type { MemberStatus } from "@/lib/members/schema";
import type { ChangeMember } from "./change-member";

/** Blocks an active member or lifts the block, after a question. Nothing for members who have left. */
export function StatusAction({
  program,
  memberId,
  name,
  status,
  changeMember,
}: {
  program: string;
  /** TypeID */
  memberId: string;
  name: string;
  status: MemberStatus;
  changeMember: ChangeMember;
}) {
  const router = useRouter();
  const toast = useToast();
  if (status === "closed") return null;
  const blocks = status === "active";

  async function confirm() {
    const next = blocks ? "blocked" : "active";
    const result = await changeMember({ program, id: memberId, change: { status: next } });
    if (!result.ok) throw new Error(result.error.message);
    toast.success(blocks ? `${name} is blocked` : `${name} is active again`);
    router.refresh();
  }

  return (
    <ConfirmDialog
      trigger={
        <Button variant={blocks ? "danger" : "secondary"}>{blocks ? "Block" : "Lift the block"}</Button>
      }
      title={blocks ? `Block ${name}?` : `Lift the block on ${name}?`}
      description={
        blocks
          ? "The member cannot sign in to the wallet and new events are refused. Points and history stay as they are; you can lift the block at any time."
          : "The member can sign in again and new events are accepted."
      }
      confirmLabel={blocks ? "Block member" : "Lift the block"}
      confirmVariant={blocks ? "danger" : "primary"}
      onConfirm={confirm}
    />
  );
}
