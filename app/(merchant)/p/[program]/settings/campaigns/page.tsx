import type { Metadata } from "next";
import { ApprovalSwitch } from "@/components/merchant/campaign-settings/approval-switch";
import { GroupDialog } from "@/components/merchant/campaign-settings/group-dialog";
import { GroupList } from "@/components/merchant/campaign-settings/group-list";
import { SponsorDialog } from "@/components/merchant/campaign-settings/sponsor-dialog";
import { SponsorList } from "@/components/merchant/campaign-settings/sponsor-list";
import { NoAccess } from "@/components/merchant/no-access";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { listGroups } from "@/lib/campaign-groups";
import { listSponsors } from "@/lib/sponsors";
import {
  addGroup,
  addSponsor,
  dropGroup,
  dropSponsor,
  editGroup,
  editSponsor,
  setApproval,
  sortGroups,
} from "./actions";

export const metadata: Metadata = { title: "Campaign settings" };

/** How the program's campaigns go together, who pays for them, and who launches them. */
export default async function CampaignSettingsPage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "program:manage")) return <NoAccess permission="program:manage" />;
  const [groups, sponsors] = await Promise.all([listGroups(ctx), listSponsors(ctx)]);
  return (
    <>
      <PageHeader
        title="Campaign settings"
        description="How campaigns go together, who pays for them, and who launches them"
      />
      <div className="flex flex-col gap-5">
        <Panel title="Approval">
          <ApprovalSwitch required={program.campaignApproval} set={setApproval} />
        </Panel>
        <Panel
          title="Groups"
          flush
          actions={
            <GroupDialog
              group={null}
              add={addGroup}
              edit={editGroup}
              trigger={<Button size="sm">Add a group</Button>}
            />
          }
        >
          <GroupList
            groups={groups}
            actions={{ add: addGroup, edit: editGroup, sort: sortGroups, drop: dropGroup }}
          />
        </Panel>
        <Panel
          title="Sponsors"
          flush
          actions={
            <SponsorDialog
              sponsor={null}
              add={addSponsor}
              edit={editSponsor}
              trigger={<Button size="sm">Add a sponsor</Button>}
            />
          }
        >
          <SponsorList
            sponsors={sponsors}
            actions={{ add: addSponsor, edit: editSponsor, drop: dropSponsor }}
          />
        </Panel>
      </div>
    </>
  );
}
