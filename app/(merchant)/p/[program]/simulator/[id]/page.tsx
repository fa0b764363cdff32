import { Copy, Rocket } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NoAccess } from "@/components/merchant/no-access";
import { ExampleList } from "@/components/merchant/simulator/example-list";
import { REPORT_TABS, type ReportTab, ReportView } from "@/components/merchant/simulator/report-view";
import { EndSimulation } from "@/components/merchant/simulator/simulation-actions";
import { SimulationProgress } from "@/components/merchant/simulator/simulation-progress";
import { MODE_WORDS, STATE_WORDS, sourceInWords } from "@/components/merchant/simulator/simulation-words";
import { StateChip } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { formatNumber } from "@/components/ui/format";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import type { Ctx } from "@/lib/auth/context";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { readCampaign, wasReadOtherwise } from "@/lib/campaigns";
import { fromTypeId } from "@/lib/core/ids";
import type { ProgramDto } from "@/lib/programs";
import { listExamples, readSimulation } from "@/lib/simulations";
import type { SimulationDetail, SimulationReport } from "@/lib/simulations/schema";
import { notFoundInstead, nothingInstead } from "../../not-found-instead";
import { cancel, remove } from "../actions";
import { readNames } from "../read-names";
import { placeIn, type ReportSearch, reportHref, reportSearch } from "../report-address";

export const metadata: Metadata = { title: "Simulation" };

export default async function SimulationPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { program: slug, id } = await params;
  const { ctx, program } = await requireMerchant(slug);
  if (!can(ctx.actor, "campaigns:read")) return <NoAccess permission="campaigns:read" />;
  const simulationId = fromTypeId("sim", id);
  if (simulationId === null) notFound();
  const simulation = await readSimulation(ctx, simulationId).catch(notFoundInstead);
  const { report, state } = simulation;
  const search = reportSearch.parse(await searchParams);
  const isOpen = state === "waiting" || state === "running";
  return (
    <>
      <PageHeader
        title={simulation.name}
        description={`${sourceInWords(simulation, program.locale)} · ${MODE_WORDS[simulation.mode].label}${
          simulation.hasPopulation ? " · some members" : ""
        }`}
        crumbs={[{ href: `/p/${program.slug}/simulator`, label: "Simulator" }]}
        state={<StateChip tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].label}</StateChip>}
        actions={
          can(ctx.actor, "campaigns:write") && (
            <>
              <EndSimulation
                simulationId={id}
                by={isOpen ? "cancel" : "delete"}
                act={isOpen ? cancel : remove}
              />
              <Onward
                ctx={ctx}
                simulation={simulation}
                report={report}
                program={program.slug}
                search={search}
              />
            </>
          )
        }
      />
      <div className="flex min-w-0 flex-col gap-4">
        {isOpen && <SimulationProgress initial={simulation} />}
        {state === "failed" && (
          <Notice tone="bad">
            <span className="font-medium">The simulation stopped.</span> {simulation.error}
          </Notice>
        )}
        {state === "cancelled" && (
          <Notice>
            It was cancelled before it came to an end. Nothing was kept, and nothing was changed.
          </Notice>
        )}
        {report && (
          <Report
            ctx={ctx}
            program={program}
            simulationId={simulationId}
            id={id}
            report={report}
            source={simulation.source}
            search={search}
          />
        )}
      </div>
    </>
  );
}

/** From here to the campaign that is looked at: to where it is launched, if what was tried is still a draft. */
async function Onward({
  ctx,
  simulation,
  report,
  program,
  search,
}: {
  ctx: Ctx;
  simulation: SimulationDetail;
  report: SimulationReport | null;
  program: string;
  search: ReportSearch;
}) {
  const [variant] = simulation.variants;
  const again = (
    <ButtonLink
      href={`/p/${program}/simulator/new?campaign=${variant?.campaignId ?? ""}`}
      variant="secondary"
    >
      <Copy aria-hidden="true" />
      Another
    </ButtonLink>
  );
  const tried = report === null ? null : report.scenarios[placeIn(report, search)];
  const campaignId = tried?.campaignId ? fromTypeId("camp", tried.campaignId) : null;
  const campaign = campaignId && (await readCampaign(ctx, campaignId).catch(nothingInstead));
  if (!tried?.campaignId || !campaign) return again;
  const address = `/p/${program}/campaigns/${tried.campaignId}`;
  const isStillDraft = campaign.hasDraft && campaign.version === tried.version;
  return (
    <>
      {again}
      {isStillDraft ? (
        <ButtonLink href={`${address}?confirm=launch`} variant="primary">
          <Rocket aria-hidden="true" />
          Launch this
        </ButtonLink>
      ) : (
        <ButtonLink href={address} variant="primary">
          Open campaign
        </ButtonLink>
      )}
    </>
  );
}

type ReportProps = {
  ctx: Ctx;
  program: ProgramDto;
  simulationId: string;
  /** TypeID */
  id: string;
  report: SimulationReport;
  source: SimulationDetail["source"];
  search: ReportSearch;
};

async function Report({ ctx, program, simulationId, id, report, source, search }: ReportProps) {
  // One basket is explained before it is counted.
  const { tab = source.kind === "basket" ? "examples" : "overview", view } = search;
  const path = `/p/${program.slug}/simulator/${id}`;
  const place = placeIn(report, search);
  const hrefOf = (changes: Parameters<typeof reportHref>[2]) => reportHref(path, { ...search, tab }, changes);
  const examples = tab === "examples" ? await listExamples(ctx, simulationId, { scenario: place }) : [];
  const isAsTables = view === "tables";
  return (
    <>
      <Findings
        report={report}
        locale={program.locale}
        isReadOtherwise={await readOtherwise(ctx, report, source)}
      />
      <LinkTabs
        label="Parts of the report"
        tabs={(Object.keys(REPORT_TABS) as ReportTab[]).map((other) => ({
          href: hrefOf({ tab: other }),
          label: REPORT_TABS[other],
          current: other === tab,
        }))}
      />
      {report.scenarios.length > 1 && (
        <SegmentedLinks
          label="Rules that are looked at"
          className="self-start"
          items={report.scenarios.map(({ name }, other) => ({
            href: hrefOf({ variant: String(other) }),
            label: name,
            current: other === place,
          }))}
        />
      )}
      {tab === "examples" ? (
        <ExampleList
          examples={examples}
          tried={report.scenarios[place]?.campaignId ?? null}
          kind={search.kind ?? examples[0]?.kind ?? "biggest"}
          hrefOf={({ exampleNo }) => `${path}/examples/${exampleNo}`}
          hrefOfKind={(other) => hrefOf({ kind: other })}
          formats={program}
        />
      ) : (
        <ReportView
          tab={tab}
          report={report}
          place={place}
          context={{
            formats: program,
            program: program.slug,
            names: await readNames(ctx, report),
            asTables: isAsTables,
            otherViewHref: hrefOf({ view: isAsTables ? "charts" : "tables" }),
            fileHref: (key) => `${path}/tables?table=${key}&variant=${place}`,
          }}
        />
      )}
    </>
  );
}

/** Whether what differs from the ledger may do so because an earlier release read the rules otherwise. */
async function readOtherwise(
  ctx: Ctx,
  { ledger }: SimulationReport,
  { from, to }: SimulationDetail["source"],
): Promise<boolean> {
  if (ledger === null || ledger.different === 0 || from === null || to === null) return false;
  return wasReadOtherwise(ctx, { from, to });
}

/** What one should know before reading the figures. */
function Findings({
  report,
  locale,
  isReadOtherwise,
}: {
  report: SimulationReport;
  locale: string;
  /** Whether an earlier release may be why something differs. */
  isReadOtherwise: boolean;
}) {
  const number = (value: number) => formatNumber(value, locale);
  const { ledger, refused, events } = report;
  return (
    <>
      {events === 0 && (
        <Notice tone="warn">
          Nothing happened in this period, so there is nothing to show. Choose another.
        </Notice>
      )}
      {ledger !== null && ledger.compared > 0 && (
        <Notice tone={ledger.different === 0 ? "good" : "warn"}>
          {ledger.different === 0
            ? `The replay of the rules as they were equals the ledger to the point: ${number(ledger.compared)} events, ${number(ledger.ledgerPoints)} points.`
            : `The replay of the rules as they were differs from the ledger for ${number(ledger.different)} of ${number(ledger.compared)} events: ${number(ledger.replayPoints)} points instead of ${number(ledger.ledgerPoints)}. ${
                isReadOtherwise
                  ? "Some of them were posted by an earlier release, which reckoned multipliers and limits otherwise: differences there are to be expected."
                  : "Profiles that have changed since are the usual reason."
              }`}
        </Notice>
      )}
      {refused > 0 && (
        <Notice tone="warn">
          {number(refused)} events could not be replayed: what they return was never bought, or they are no
          events at all.
        </Notice>
      )}
    </>
  );
}
