import { UserPlus } from "lucide-react";
import type { Metadata } from "next";
import { EndpointForm } from "@/components/merchant/partners/endpoint-form";
import { InvitePersonDialog } from "@/components/merchant/partners/invite-person-dialog";
import { PartnerInvitations } from "@/components/merchant/partners/partner-invitations";
import { partsInWords } from "@/components/merchant/partners/partner-words";
import { Button } from "@/components/ui/button";
import { DefinitionList } from "@/components/ui/definition-list";
import { formatNumber } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requirePartner } from "@/lib/auth/session";
import { toTypeId } from "@/lib/core/ids";
import { listPartnerInvitations, readPartner } from "@/lib/partners";
import { invite, renew, revoke, rotateSecret, setEndpoint } from "./actions";

export const metadata: Metadata = { title: "Company" };

/** The company's own affairs in the program: its people, and where its orders go. */
export default async function PartnerCompanyPage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program } = await requirePartner((await params).program);
  const { organizationId } = ctx.actor;
  const [{ name, parts, people, contactEmail, sponsor, orderUrl }, invitations] = await Promise.all([
    readPartner(ctx, organizationId),
    listPartnerInvitations(ctx, organizationId),
  ]);
  const partnerId = toTypeId("org", organizationId);
  return (
    <>
      <PageHeader
        title={name}
        description={`${partsInWords(parts)} of ${program.name}`}
        actions={
          <InvitePersonDialog
            program={program.slug}
            partnerId={partnerId}
            company={name}
            invite={invite}
            trigger={
              <Button variant="primary">
                <UserPlus aria-hidden="true" />
                Invite a colleague
              </Button>
            }
          />
        }
      />
      <div className="flex flex-col gap-5">
        <Panel title="In the program">
          <DefinitionList
            items={[
              { term: "People who can sign in", value: formatNumber(people, program.locale) },
              ...(contactEmail === null ? [] : [{ term: "Contact", value: contactEmail }]),
              ...(sponsor === null
                ? []
                : [{ term: "Sponsor in campaigns", value: <span className="font-mono">{sponsor}</span> }]),
            ]}
          />
        </Panel>
        <PartnerInvitations
          invitations={invitations}
          program={{
            slug: program.slug,
            locale: program.locale,
            currency: program.currency,
            timeZone: program.timeZone,
          }}
          partnerId={partnerId}
          renew={renew}
          revoke={revoke}
        />
        {parts.includes("REWARD_PARTNER") && (
          <Panel title="Where orders go">
            <EndpointForm
              program={program.slug}
              partnerId={partnerId}
              orderUrl={orderUrl}
              setEndpoint={setEndpoint}
              rotateSecret={rotateSecret}
            />
          </Panel>
        )}
      </div>
    </>
  );
}
