"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { Badge, StateChip } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DataTable } from "@/components/ui/data-table";
import { Figure, Time } from "@/components/ui/figures";
import type { Formats } from "@/components/ui/format";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import type { PoolMemberDto } from "@/lib/pools/schema";
import { POOL_MEMBER_WORDS } from "./pool-words";

type Row = PoolMemberDto & { id: string };
type Remove = (input: { program: string; pool: string; member: string }) => Promise<ActionResult<unknown>>;

/** Everybody who is, was or has been asked to be in a pool. */
export function PoolMemberTable({
  program,
  pool,
  members,
  formats,
  remove,
}: {
  program: string;
  /** TypeID */
  pool: string;
  members: Row[];
  formats: Formats;
  /** Null where the reader may not, or the pool is no more. */
  remove: Remove | null;
}) {
  const router = useRouter();
  const toast = useToast();
  const { locale } = formats;

  async function confirm({ id, name }: Row) {
    const result = await remove?.({ program, pool, member: id });
    if (result?.ok === false) throw new Error(result.error.message);
    toast.success(`${name} is out of the pool`);
    router.refresh();
  }

  return (
    <DataTable
      caption="Members of the pool"
      rows={members}
      rowKey={(member) => member.id}
      columns={[
        {
          key: "name",
          header: "Member",
          cell: (member) => (
            <span className="flex flex-wrap items-center gap-2">
              <Link href={`/p/${program}/members/${member.id}`} className="font-medium hover:underline">
                {member.name}
              </Link>
              {member.role === "owner" && <Badge>Runs it</Badge>}
            </span>
          ),
        },
        {
          key: "state",
          header: "State",
          cell: ({ state }) => (
            <StateChip tone={POOL_MEMBER_WORDS[state].tone}>{POOL_MEMBER_WORDS[state].label}</StateChip>
          ),
        },
        {
          key: "joined",
          header: "Joined",
          hideBelow: "md",
          cell: ({ joinedAt }) =>
            joinedAt === null ? (
              "–"
            ) : (
              <Time at={joinedAt} formats={formats} timeStyle="date" className="text-ink-2" />
            ),
        },
        {
          key: "contributed",
          header: "Contributed",
          align: "end",
          hideBelow: "sm",
          cell: ({ contributed }) => <Figure value={contributed} locale={locale} />,
        },
        {
          key: "spent",
          header: "Spent this month",
          align: "end",
          hideBelow: "sm",
          cell: ({ spentThisMonth, monthlyLimit }) => (
            <span className="whitespace-nowrap">
              <Figure value={spentThisMonth} locale={locale} />
              {monthlyLimit !== null && (
                <span className="text-ink-3">
                  {" "}
                  of <Figure value={monthlyLimit} locale={locale} />
                </span>
              )}
            </span>
          ),
        },
        ...(remove === null
          ? []
          : [
              {
                key: "remove",
                header: <span className="sr-only">Remove</span>,
                align: "end" as const,
                cell: (member: Row) =>
                  member.role !== "owner" &&
                  (member.state === "active" || member.state === "invited") && (
                    <ConfirmDialog
                      trigger={
                        <Button size="sm" variant="ghost">
                          Remove<span className="sr-only"> {member.name}</span>
                        </Button>
                      }
                      title={`Remove ${member.name}?`}
                      description="They can no longer spend from the pool. What they gave to it stays in it."
                      confirmLabel="Remove"
                      confirmVariant="danger"
                      onConfirm={() => confirm(member)}
                    />
                  ),
              },
            ]),
      ]}
      empty={null}
    />
  );
}
