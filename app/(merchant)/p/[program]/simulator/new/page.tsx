import { Megaphone } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { NoAccess } from "@/components/merchant/no-access";
import { SimulationForm } from "@/components/merchant/simulator/simulation-form";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { listCampaigns, readCampaign } from "@/lib/campaigns";
import { addDays, localDay } from "@/lib/core/calendar";
import { fromTypeId, toTypeId } from "@/lib/core/ids";
import { readLookUps } from "../../campaigns/look-ups";
import { nothingInstead } from "../../not-found-instead";
import { create } from "../actions";

export const metadata: Metadata = { title: "New simulation" };

const CANDIDATES = 100;
const PROPOSED_DAYS = 90;
const search = z.object({ campaign: z.string().max(64).optional().catch(undefined) });

export default async function NewSimulationPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "campaigns:write")) return <NoAccess permission="campaigns:write" />;
  const { campaign = "" } = search.parse(await searchParams);
  const [{ items }, lists] = await Promise.all([listCampaigns(ctx, { limit: CANDIDATES }), readLookUps(ctx)]);
  const wanted = fromTypeId("camp", campaign);
  const missing = wanted !== null && !items.some(({ campaignId }) => campaignId === wanted);
  const found = missing ? [await readCampaign(ctx, wanted).catch(nothingInstead)] : [];
  const campaigns = [
    ...found.filter((one) => one !== null),
    // Whoever comes from a campaign sees it chosen, however many there are.
    ...items.filter(({ campaignId }) => campaignId === wanted),
    ...items.filter(({ campaignId }) => campaignId !== wanted),
  ];
  const today = localDay(ctx.clock.now(), program.timeZone);
  const path = `/p/${program.slug}`;
  return (
    <>
      <PageHeader
        title="New simulation"
        description="Nothing that you do here changes your program"
        crumbs={[{ href: `${path}/simulator`, label: "Simulator" }]}
      />
      {campaigns.length === 0 ? (
        <div className="rounded-lg border bg-surface">
          <EmptyState
            title="There is no campaign to try yet"
            icon={<Megaphone aria-hidden="true" />}
            action={
              <ButtonLink href={`${path}/campaigns/new`} variant="primary">
                New campaign
              </ButtonLink>
            }
          >
            Draft one, and come back with it. A draft need not be launched to be tried.
          </EmptyState>
        </div>
      ) : (
        <SimulationForm
          candidates={campaigns.map(({ campaignId, name, sentence, version, liveVersion }) => ({
            id: toTypeId("camp", campaignId),
            name: name || "Untitled campaign",
            sentence,
            version,
            isLive: version === liveVersion,
          }))}
          live={items
            .filter(({ state }) => state === "active")
            .map(({ campaignId, name }) => ({ id: toTypeId("camp", campaignId), name }))}
          preselected={wanted === null || (missing && found[0] === null) ? [] : [campaign]}
          segments={lists.segment}
          tiers={lists.tier}
          from={addDays(today, 1 - PROPOSED_DAYS)}
          to={today}
          now={ctx.clock.now().toISOString()}
          create={create}
        />
      )}
    </>
  );
}
