import { UserPlus } from "lucide-react";
import type { Metadata } from "next";
import { NoAccess } from "@/components/merchant/no-access";
import { InvitationTable } from "@/components/merchant/team/invitation-table";
import { InviteDialog } from "@/components/merchant/team/invite-dialog";
import { RoleTable } from "@/components/merchant/team/role-table";
import { TeammateMenu } from "@/components/merchant/team/teammate-menu";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { Time } from "@/components/ui/figures";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { toTypeId } from "@/lib/core/ids";
import { listInvitations, listTeam, type TeammateDto } from "@/lib/identity";
import { ROLE_MEANINGS, type Role } from "@/lib/identity/schema";
import type { ProgramDto } from "@/lib/programs";
import { giveRole, invite, remove, renew, revoke } from "./actions";

export const metadata: Metadata = { title: "Team" };

/** The people of the company: the same team for all of its programs. */
export default async function TeamPage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program, user } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "team:manage")) return <NoAccess permission="team:manage" />;
  const [team, invitations] = await Promise.all([listTeam(ctx), listInvitations(ctx)]);
  const viewer = { userId: toTypeId("user", user.userId), role: ctx.actor.role };
  return (
    <>
      <PageHeader
        title="Team"
        description="Who may work in the portal. The team is the same for all programs of the company."
        actions={
          <InviteDialog
            program={program.slug}
            viewerRole={viewer.role}
            invite={invite}
            trigger={
              <Button variant="primary">
                <UserPlus aria-hidden="true" />
                Invite
              </Button>
            }
          />
        }
      />
      <div className="flex flex-col gap-5">
        <Panel title="People" note={<Badge>{team.length}</Badge>} flush>
          <Team team={team} program={program} viewer={viewer} />
        </Panel>
        {invitations.length > 0 && (
          <Panel title="Open invitations" note={<Badge>{invitations.length}</Badge>} flush>
            <InvitationTable invitations={invitations} program={program} renew={renew} revoke={revoke} />
          </Panel>
        )}
        <Panel title="What the roles mean">
          <RoleTable />
        </Panel>
      </div>
    </>
  );
}

type Viewer = { userId: string; role: Role };

function Team({ team, program, viewer }: { team: TeammateDto[]; program: ProgramDto; viewer: Viewer }) {
  return (
    <DataTable
      caption="People in the team"
      rows={team}
      rowKey={({ userId }) => userId}
      columns={[
        {
          key: "name",
          header: "Name",
          cell: (teammate) => <Person teammate={teammate} isViewer={teammate.userId === viewer.userId} />,
        },
        { key: "role", header: "Role", cell: ({ role }) => ROLE_MEANINGS[role].name },
        {
          key: "signedIn",
          header: "Last sign-in",
          hideBelow: "md",
          cell: ({ lastSignInAt }) =>
            lastSignInAt ? (
              <Time at={lastSignInAt} formats={program} className="text-ink-2" />
            ) : (
              <span className="text-ink-3">Never</span>
            ),
        },
        {
          key: "actions",
          header: <span className="sr-only">Actions</span>,
          align: "end",
          cell: (teammate) => (
            <TeammateMenu
              program={program.slug}
              teammate={teammate}
              viewerRole={viewer.role}
              isViewer={teammate.userId === viewer.userId}
              giveRole={giveRole}
              remove={remove}
            />
          ),
        },
      ]}
    />
  );
}

function Person({ teammate: { name, email }, isViewer }: { teammate: TeammateDto; isViewer: boolean }) {
  return (
    <span className="flex items-center gap-3">
      <Avatar name={name} size={32} className="max-sm:hidden" />
      <span className="min-w-0">
        <span className="block break-words font-medium">
          {name} {isViewer && <span className="font-normal text-ink-3">(you)</span>}
        </span>
        <span className="block break-all text-ink-3 text-xs">{email}</span>
      </span>
    </span>
  );
}
