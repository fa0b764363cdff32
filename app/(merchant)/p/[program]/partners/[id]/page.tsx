import { Trash2, UserPlus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { listAddress } from "@/components/merchant/list-address";
import { NoAccess } from "@/components/merchant/no-access";
import { EndpointForm } from "@/components/merchant/partners/endpoint-form";
import { InvitePersonDialog } from "@/components/merchant/partners/invite-person-dialog";
import { MonthSelect } from "@/components/merchant/partners/month-select";
import { PartnerInvitations } from "@/components/merchant/partners/partner-invitations";
import { monthsSince, partsInWords } from "@/components/merchant/partners/partner-words";
import { RemovePartner } from "@/components/merchant/partners/remove-partner";
import { StatementPanel } from "@/components/merchant/partners/statement-panel";
import { SponsoredTable } from "@/components/partner/sponsored-table";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { StatStrip } from "@/components/ui/stat-strip";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { localDay } from "@/lib/core/calendar";
import { NotFound } from "@/lib/core/errors";
import { fromTypeId } from "@/lib/core/ids";
import { listFundedCampaigns } from "@/lib/flows/report-sponsor";
import { listPartnerInvitations, readPartner, readPartnerStatement } from "@/lib/partners";
import { statementMonth } from "@/lib/partners/schema";
import { invite, remove, renew, revoke, rotateSecret, setEndpoint } from "../actions";

export const metadata: Metadata = { title: "Partner" };

const CAMPAIGNS_SHOWN = 10;
const search = z.object({
  month: statementMonth.optional().catch(undefined),
  cursor: z.string().max(200).optional().catch(undefined),
});

/** One company that takes part: what it is owed, who its people are, where its orders go. */
export default async function PartnerPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { program: slug, id } = await params;
  const { ctx, program } = await requireMerchant(slug);
  if (!can(ctx.actor, "partners:manage")) return <NoAccess permission="partners:manage" />;
  const partnerId = fromTypeId("org", id);
  if (partnerId === null) notFound();
  const partner = await readPartner(ctx, partnerId).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const { name, parts, sponsor, publishedRewards, openOrders, people, orderUrl, createdAt } = partner;
  const thisMonth = localDay(ctx.clock.now(), program.timeZone).slice(0, 7);
  const { month = thisMonth, cursor } = search.parse(await searchParams);
  const supplies = parts.includes("REWARD_PARTNER");
  const [statement, invitations, funded] = await Promise.all([
    supplies ? readPartnerStatement(ctx, partnerId, month) : null,
    listPartnerInvitations(ctx, partnerId),
    sponsor !== null && can(ctx.actor, "campaigns:read")
      ? listFundedCampaigns(ctx, sponsor, { cursor, limit: CAMPAIGNS_SHOWN })
      : null,
  ]);
  const path = `/p/${slug}/partners/${id}`;
  const count = (value: number) => formatNumber(value, program.locale);
  return (
    <>
      <PageHeader
        crumbs={[{ href: `/p/${slug}/partners`, label: "Partners" }]}
        title={name}
        description={
          sponsor === null ? (
            partsInWords(parts)
          ) : (
            <>
              {partsInWords(parts)}, in campaigns <span className="font-mono text-xs">{sponsor}</span>
            </>
          )
        }
        actions={
          <>
            <RemovePartner
              program={slug}
              partner={{ id, name }}
              remove={remove}
              trigger={
                <Button variant="ghost">
                  <Trash2 aria-hidden="true" />
                  Remove
                </Button>
              }
            />
            <InvitePersonDialog
              program={slug}
              partnerId={id}
              company={name}
              invite={invite}
              trigger={
                <Button>
                  <UserPlus aria-hidden="true" />
                  Invite a person
                </Button>
              }
            />
          </>
        }
      />
      <div className="flex flex-col gap-5">
        <StatStrip
          stats={[
            { label: "People", value: count(people) },
            ...(supplies
              ? [
                  { label: "Published rewards", value: count(publishedRewards) },
                  { label: "Open orders", value: count(openOrders) },
                ]
              : []),
          ]}
        />
        <PartnerInvitations
          invitations={invitations}
          program={{ slug, locale: program.locale, currency: program.currency, timeZone: program.timeZone }}
          partnerId={id}
          renew={renew}
          revoke={revoke}
        />
        {funded && (
          <Panel title="Campaigns that it pays for" flush>
            <SponsoredTable
              campaigns={funded.items}
              formats={program}
              hrefOf={(campaign) => `/p/${slug}/campaigns/${campaign}/results`}
              shareHeader="Its share"
            />
            <Pagination
              firstHref={cursor ? path : null}
              nextHref={funded.nextCursor ? listAddress(path, { cursor: funded.nextCursor }) : null}
            />
          </Panel>
        )}
        {statement && (
          <>
            <div className="flex items-center justify-between gap-4">
              <h2 className="font-semibold text-lg">What it is owed</h2>
              <MonthSelect
                months={monthsSince(localDay(new Date(createdAt), program.timeZone).slice(0, 7), thisMonth)}
                month={month}
                locale={program.locale}
              />
            </div>
            <StatementPanel
              statement={statement}
              locale={program.locale}
              download={listAddress(`${path}/statement`, { month })}
            />
            <Panel title="Where orders go">
              <EndpointForm
                program={slug}
                partnerId={id}
                orderUrl={orderUrl}
                setEndpoint={setEndpoint}
                rotateSecret={rotateSecret}
              />
            </Panel>
          </>
        )}
      </div>
    </>
  );
}
