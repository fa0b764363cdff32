"use client";

import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Menu, MenuItem } from "@/components/ui/dropdown-menu";
import { formatNumber } from "@/components/ui/format";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import type { PoolMemberDto } from "@/lib/pools/schema";
import { LimitDialog } from "./limit-dialog";
import { PointsDialog } from "./points-dialog";

type Part = { program: string; pool: string; member: string };
export type ManageMember = {
  limit: (input: Part & { monthlyLimit: number | null }) => Promise<ActionResult<unknown>>;
  pay: (input: Part & { points: number; key: string }) => Promise<ActionResult<unknown>>;
  remove: (input: Part) => Promise<ActionResult<unknown>>;
};

/** A member of a pool, with what they gave and spent; whoever runs it can do something about them. */
export function PoolMemberRow({
  program,
  pool,
  member,
  isSelf,
  locale,
  pointName,
  manage,
}: {
  program: string;
  /** TypeID */
  pool: string;
  member: PoolMemberDto & { id: string };
  isSelf: boolean;
  locale: string;
  pointName: string;
  manage: ManageMember | null;
}) {
  const router = useRouter();
  const toast = useToast();
  const [opened, setOpened] = useState<"limit" | "pay" | "remove" | null>(null);
  const part = { program, pool, member: member.id };
  const isInvited = member.state === "invited";
  const write = (points: number) => formatNumber(points, locale);
  const close = (open: boolean) => setOpened((current) => (open ? current : null));

  async function remove() {
    if (manage === null) return;
    const result = await manage.remove(part);
    if (!result.ok) throw new Error(result.error.message);
    toast.success(isInvited ? "The invitation is taken back" : `${member.name} is out of the pool`);
    router.refresh();
  }

  return (
    <div className="flex items-start justify-between gap-3 py-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium text-md">
          {member.name}
          {isSelf && <Badge>You</Badge>}
          {member.role === "owner" && <Badge>Runs it</Badge>}
          {isInvited && <Badge>Invited</Badge>}
        </p>
        <p className="text-ink-2 text-sm">
          {isInvited ? "Has not answered yet" : `Gave ${write(member.contributed)} ${pointName} in all`}
        </p>
        <p className="text-ink-2 text-sm">{spendingInWords(member, write)}</p>
      </div>
      {manage !== null && (
        <>
          <Menu
            trigger={
              <IconButton label={`What to do with ${member.name}`} icon={<Ellipsis />} className="size-11" />
            }
          >
            <MenuItem onSelect={() => setOpened("limit")}>Set the limit of a month</MenuItem>
            {!isInvited && <MenuItem onSelect={() => setOpened("pay")}>Pay {pointName} out</MenuItem>}
            {member.role !== "owner" && (
              <MenuItem danger onSelect={() => setOpened("remove")}>
                {isInvited ? "Take the invitation back" : "Remove from the pool"}
              </MenuItem>
            )}
          </Menu>
          <LimitDialog
            part={part}
            name={member.name}
            limit={member.monthlyLimit}
            pointName={pointName}
            open={opened === "limit"}
            onOpenChange={close}
            setLimit={manage.limit}
          />
          <PointsDialog
            program={program}
            pool={pool}
            title={`Pay out to ${member.name}`}
            hint="From the pool’s points. They keep their last day."
            confirmLabel="Pay out"
            pointName={pointName}
            done={`Paid out to ${member.name}`}
            open={opened === "pay"}
            onOpenChange={close}
            move={(movement) => manage.pay({ ...movement, member: member.id })}
          />
          <ConfirmDialog
            open={opened === "remove"}
            onOpenChange={close}
            title={isInvited ? `Take the invitation of ${member.name} back?` : `Remove ${member.name}?`}
            description={
              isInvited
                ? "They can be invited again."
                : `They can no longer spend from the pool. What they gave to it stays in it.`
            }
            confirmLabel={isInvited ? "Take back" : "Remove"}
            confirmVariant="danger"
            onConfirm={remove}
          />
        </>
      )}
    </div>
  );
}

/** “40 of 100 spent this month” */
function spendingInWords(
  { monthlyLimit, spentThisMonth }: PoolMemberDto,
  write: (points: number) => string,
): string {
  if (monthlyLimit === null)
    return spentThisMonth === 0 ? "No limit" : `${write(spentThisMonth)} spent this month`;
  return `${write(spentThisMonth)} of ${write(monthlyLimit)} spent this month`;
}
