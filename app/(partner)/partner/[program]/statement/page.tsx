import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { listAddress } from "@/components/merchant/list-address";
import { MonthSelect } from "@/components/merchant/partners/month-select";
import { monthsSince } from "@/components/merchant/partners/partner-words";
import { StatementPanel } from "@/components/merchant/partners/statement-panel";
import { PageHeader } from "@/components/ui/page-header";
import { requirePartner } from "@/lib/auth/session";
import { localDay } from "@/lib/core/calendar";
import { readPartner, readPartnerStatement } from "@/lib/partners";
import { statementMonth } from "@/lib/partners/schema";

export const metadata: Metadata = { title: "Statement" };

const search = z.object({ month: statementMonth.optional().catch(undefined) });

/** What the program owes the company, month by month. */
export default async function PartnerStatementPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { ctx, program } = await requirePartner((await params).program);
  const { organizationId, parts } = ctx.actor;
  if (!parts.includes("REWARD_PARTNER")) notFound();
  const thisMonth = localDay(ctx.clock.now(), program.timeZone).slice(0, 7);
  const month = search.parse(await searchParams).month ?? thisMonth;
  const [{ createdAt }, statement] = await Promise.all([
    readPartner(ctx, organizationId),
    readPartnerStatement(ctx, organizationId, month),
  ]);
  return (
    <>
      <PageHeader
        title="Statement"
        description={`What ${program.name} owes you for what you fulfilled`}
        actions={
          <MonthSelect
            months={monthsSince(localDay(new Date(createdAt), program.timeZone).slice(0, 7), thisMonth)}
            month={month}
            locale={program.locale}
          />
        }
      />
      <StatementPanel
        statement={statement}
        locale={program.locale}
        download={listAddress(`/partner/${program.slug}/statement/csv`, { month })}
      />
    </>
  );
}
