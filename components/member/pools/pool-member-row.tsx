"use client";

import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Menu, MenuItem } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import type { PoolMemberDto } from "@/lib/pools/schema";
import type { Namespaced } from "../translator";
import { usePoints } from "../use-points";
import { LimitDialog } from "./limit-dialog";
import { PointsDialog } from "./points-dialog";

type Part = { program: string; pool: string; member: string };
export type ManageMember = {
  limit: (input: Part & { monthlyLimit: number | null }) => Promise<ActionResult<unknown>>;
  pay: (input: Part & { points: number; key: string }) => Promise<ActionResult<unknown>>;
  remove: (input: Part) => Promise<ActionResult<unknown>>;
  handOver: (input: Part) => Promise<ActionResult<unknown>>;
};

/** A member of a pool, with what they gave and spent; whoever runs it can do something about them. */
export function PoolMemberRow({
  program,
  pool,
  member,
  isSelf,
  pointName: ownName,
  manage,
}: {
  program: string;
  /** TypeID */
  pool: string;
  member: PoolMemberDto & { id: string };
  isSelf: boolean;
  /** As the program has it. */
  pointName: string;
  manage: ManageMember | null;
}) {
  const t = useTranslations("pools");
  const { name: pointName, amount } = usePoints(ownName);
  const router = useRouter();
  const toast = useToast();
  const [opened, setOpened] = useState<"limit" | "pay" | "handOver" | "remove" | null>(null);
  const part = { program, pool, member: member.id };
  const isInvited = member.state === "invited";
  const close = (open: boolean) => setOpened((current) => (open ? current : null));

  async function remove() {
    if (manage === null) return;
    const result = await manage.remove(part);
    if (!result.ok) throw new Error(result.error.message);
    toast.success(isInvited ? t("takenBack") : t("removed", { name: member.name }));
    router.refresh();
  }

  async function handOver() {
    if (manage === null) return;
    const result = await manage.handOver(part);
    if (!result.ok) throw new Error(result.error.message);
    toast.success(t("handedOver", { name: member.name }));
    router.refresh();
  }

  return (
    <div className="flex items-start justify-between gap-3 py-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium text-md">
          <bdi className="wrap-anywhere">{member.name}</bdi>
          {isSelf && <Badge>{t("you")}</Badge>}
          {member.role === "owner" && <Badge>{t("runsIt")}</Badge>}
          {isInvited && <Badge>{t("isInvited")}</Badge>}
        </p>
        <p className="text-ink-2 text-sm">
          {isInvited ? t("noAnswer") : t("gave", { amount: amount(member.contributed) })}
        </p>
        <p className="text-ink-2 text-sm">{spendingInWords(t, member)}</p>
      </div>
      {manage !== null && (
        <>
          <Menu
            trigger={
              <IconButton
                label={t("whatToDo", { name: member.name })}
                icon={<Ellipsis />}
                className="size-11"
              />
            }
          >
            <MenuItem onSelect={() => setOpened("limit")}>{t("setLimit")}</MenuItem>
            {!isInvited && (
              <MenuItem onSelect={() => setOpened("pay")}>{t("payOut", { name: pointName })}</MenuItem>
            )}
            {!isInvited && member.role !== "owner" && (
              <MenuItem onSelect={() => setOpened("handOver")}>{t("handOver")}</MenuItem>
            )}
            {member.role !== "owner" && (
              <MenuItem danger onSelect={() => setOpened("remove")}>
                {isInvited ? t("takeInvitationBack") : t("remove")}
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
            title={t("payOutTo", { name: member.name })}
            hint={t("payOutHint")}
            confirmLabel={t("payOutSubmit")}
            pointName={pointName}
            done={t("paidOut", { name: member.name })}
            open={opened === "pay"}
            onOpenChange={close}
            move={(movement) => manage.pay({ ...movement, member: member.id })}
          />
          <ConfirmDialog
            open={opened === "handOver"}
            onOpenChange={close}
            title={t("handOverTitle", { name: member.name })}
            description={t("handOverText", { name: member.name })}
            confirmLabel={t("handOverSubmit")}
            onConfirm={handOver}
          />
          <ConfirmDialog
            open={opened === "remove"}
            onOpenChange={close}
            title={t(isInvited ? "takeBackTitle" : "removeTitle", { name: member.name })}
            description={isInvited ? t("takeBackText") : t("removeText")}
            confirmLabel={isInvited ? t("takeBackSubmit") : t("removeSubmit")}
            confirmVariant="danger"
            onConfirm={remove}
          />
        </>
      )}
    </div>
  );
}

/** “40 of 100 spent this month” */
function spendingInWords(t: Namespaced<"pools">, { monthlyLimit, spentThisMonth }: PoolMemberDto): string {
  if (monthlyLimit !== null) return t("spentOfLimit", { spent: spentThisMonth, limit: monthlyLimit });
  return spentThisMonth === 0 ? t("noLimit") : t("spentThisMonth", { spent: spentThisMonth });
}
