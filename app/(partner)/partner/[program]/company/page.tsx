import { UserPlus } from "lucide-react";
import type { Metadata } from "next";
import { EndpointForm } from "@/components/merchant/partners/endpoint-form";
import { InvitePersonDialog } from "@/components/merchant/partners/invite-person-dialog";
import { partsInWords } from "@/components/merchant/partners/partner-words";
import { Button } from "@/components/ui/button";
import { DefinitionList } from "@/components/ui/definition-list";
import { formatNumber } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requirePartner } from "@/lib/auth/session";
import { toTypeId } from "@/lib/core/ids";
import { readPartner } from "@/lib/partners";
import { invite, rotateSecret, setEndpoint } from "./actions";

export const metadata: Metadata = { title: "Company" };

/** The company's own affairs in the program: its people, and where its orders go. */
export default async function PartnerCompanyPage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program } = await requirePartner((await params).program);
  const { name, parts, people, contactEmail, sponsor, orderUrl } = await readPartner(
    ctx,
    ctx.actor.organizationId,
  );
  const partnerId = toTypeId("org", ctx.actor.organizationId);
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
