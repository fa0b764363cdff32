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
type Change = (input: { program: string; pool: string; member: string }) => Promise<ActionResult<unknown>>;
type Manage = { remove: Change; handOver: Change };

/** Everybody who is, was or has been asked to be in a pool. */
export function PoolMemberTable({
  program,
  pool,
  members,
  formats,
  manage,
}: {
  program: string;
  /** TypeID */
  pool: string;
  members: Row[];
  formats: Formats;
  /** Null where the reader may not, or the pool is no more. */
  manage: Manage | null;
}) {
  const router = useRouter();
  const toast = useToast();
  const { locale } = formats;

  async function change(action: Change, { id }: Row, done: string) {
    const result = await action({ program, pool, member: id });
    if (!result.ok) throw new Error(result.error.message);
    toast.success(done);
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
        ...(manage === null
          ? []
          : [
              {
                key: "manage",
                header: <span className="sr-only">What to do</span>,
                align: "end" as const,
                cell: (member: Row) =>
                  member.role !== "owner" &&
                  (member.state === "active" || member.state === "invited") && (
                    <span className="flex justify-end gap-1">
                      {member.state === "active" && (
                        <ConfirmDialog
                          trigger={
                            <Button size="sm" variant="ghost">
                              Hand over<span className="sr-only"> to {member.name}</span>
                            </Button>
                          }
                          title={`Hand the pool over to ${member.name}?`}
                          description="They run it then: they invite, set limits and pay out. Whoever runs it now stays in it."
                          confirmLabel="Hand over"
                          onConfirm={() =>
                            change(manage.handOver, member, `${member.name} runs the pool now`)
                          }
                        />
                      )}
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
                        onConfirm={() => change(manage.remove, member, `${member.name} is out of the pool`)}
                      />
                    </span>
                  ),
              },
            ]),
      ]}
      empty={null}
    />
  );
}
