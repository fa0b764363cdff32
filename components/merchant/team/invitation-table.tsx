import { StateChip } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { Time } from "@/components/ui/figures";
import type { Formats } from "@/components/ui/format";
import { type InvitationDto, ROLE_MEANINGS } from "@/lib/identity/schema";
import { InvitationActions } from "./invitation-actions";

type Actions = Pick<Parameters<typeof InvitationActions>[0], "renew" | "revoke">;

/** Invitations that wait for an answer, expired ones included, each to be sent again or ended. */
export function InvitationTable({
  invitations,
  program,
  hasRoles = true,
  renew,
  revoke,
}: {
  invitations: InvitationDto[];
  program: { slug: string } & Formats;
  /** Companies that take part have no roles. */
  hasRoles?: boolean;
} & Actions) {
  return (
    <DataTable
      caption="Open invitations"
      rows={invitations}
      rowKey={({ invitationId }) => invitationId}
      columns={[
        {
          key: "email",
          header: "E-mail",
          cell: ({ email, invitedBy, expired }) => (
            <>
              <span className="block break-all font-medium">{email}</span>
              <span className="block text-ink-3 text-xs">invited by {invitedBy}</span>
              {expired && <span className="block text-warn-ink text-xs md:hidden">Expired</span>}
            </>
          ),
        },
        ...(hasRoles
          ? [
              {
                key: "role",
                header: "Role",
                hideBelow: "sm" as const,
                cell: ({ role }: InvitationDto) => ROLE_MEANINGS[role].name,
              },
            ]
          : []),
        {
          key: "expires",
          header: "Good until",
          hideBelow: "md",
          cell: ({ expired, expiresAt }) =>
            expired ? (
              <StateChip tone="warn">Expired</StateChip>
            ) : (
              <Time at={expiresAt} formats={program} className="text-ink-2" />
            ),
        },
        {
          key: "actions",
          header: <span className="sr-only">Actions</span>,
          align: "end",
          cell: (invitation) => (
            <InvitationActions program={program.slug} invitation={invitation} renew={renew} revoke={revoke} />
          ),
        },
      ]}
    />
  );
}
