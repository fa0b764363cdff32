import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Basket } from "@/components/merchant/events/basket";
import { DecisionList } from "@/components/merchant/events/decision-list";
import { NoAccess } from "@/components/merchant/no-access";
import { KindChip, titleOf } from "@/components/merchant/simulator/example-list";
import { DefinitionList } from "@/components/ui/definition-list";
import { PointsDelta, Time } from "@/components/ui/figures";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { fromTypeId } from "@/lib/core/ids";
import type { PurchaseLine } from "@/lib/events";
import { listExamples, readSimulation } from "@/lib/simulations";
import { notFoundInstead } from "../../../../not-found-instead";

export const metadata: Metadata = { title: "Example" };

export default async function ExamplePage({
  params,
}: {
  params: Promise<{ program: string; id: string; no: string }>;
}) {
  const { program: slug, id, no } = await params;
  const { ctx, program } = await requireMerchant(slug);
  if (!can(ctx.actor, "campaigns:read")) return <NoAccess permission="campaigns:read" />;
  const simulationId = fromTypeId("sim", id);
  if (simulationId === null) notFound();
  const [simulation, examples] = await Promise.all([
    readSimulation(ctx, simulationId),
    listExamples(ctx, simulationId),
  ]).catch(notFoundInstead);
  const example = examples.find(({ exampleNo }) => String(exampleNo) === no);
  if (example === undefined) notFound();
  const { payload, occurredAt, memberId, memberName, eventId, points, baselinePoints } = example;
  const path = `/p/${program.slug}`;
  const [baseline, variant] = [
    simulation.report?.scenarios[0],
    simulation.report?.scenarios[example.scenario],
  ];
  const campaignsHref = `${path}/campaigns`;
  return (
    <>
      <PageHeader
        title={titleOf(payload)}
        state={<KindChip kind={example.kind} />}
        crumbs={[
          { href: `${path}/simulator`, label: "Simulator" },
          {
            href: `${path}/simulator/${id}?tab=examples&variant=${example.scenario}&kind=${example.kind}`,
            label: simulation.name,
          },
        ]}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel
          title={variant?.name ?? "What is tried"}
          actions={<PointsDelta points={points} locale={program.locale} />}
          flush
        >
          <DecisionList verdicts={example.decisions} locale={program.locale} campaignsHref={campaignsHref} />
        </Panel>
        <Panel
          title={baseline?.name ?? "Compared with"}
          actions={<PointsDelta points={baselinePoints} locale={program.locale} />}
          flush
        >
          {example.baseline.length === 0 ? (
            <p className="px-4.5 pb-4.5 text-ink-2">No campaign looks at such an event.</p>
          ) : (
            <DecisionList verdicts={example.baseline} locale={program.locale} campaignsHref={campaignsHref} />
          )}
        </Panel>
        {payload.type === "purchase" && (
          <Panel title="Basket" flush>
            <Basket
              lines={payload.lines as PurchaseLine[]}
              amountMinor={Number(payload.amountMinor)}
              currency={String(payload.currency)}
              formats={program}
            />
          </Panel>
        )}
        <Panel title="Event">
          <DefinitionList
            items={[
              { term: "Happened", value: <Time at={occurredAt} formats={program} /> },
              {
                term: "Member",
                value:
                  memberId && memberName ? (
                    <Link href={`${path}/members/${memberId}`} className="hover:underline">
                      {memberName}
                    </Link>
                  ) : (
                    "Not in the program"
                  ),
              },
              ...(eventId === null || simulation.source.kind !== "history"
                ? []
                : [
                    {
                      term: "Posted as",
                      value: (
                        <Link
                          href={`${path}/events/${eventId}`}
                          className="font-mono text-sm hover:underline"
                        >
                          {eventId}
                        </Link>
                      ),
                    },
                  ]),
            ]}
          />
        </Panel>
      </div>
    </>
  );
}
