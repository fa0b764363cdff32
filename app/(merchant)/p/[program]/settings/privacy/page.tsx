import type { Metadata } from "next";
import { NoAccess } from "@/components/merchant/no-access";
import { PolicyForm } from "@/components/merchant/privacy/policy-form";
import { PurposesForm } from "@/components/merchant/privacy/purposes-form";
import { RetentionRuns } from "@/components/merchant/privacy/retention-runs";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { readPurposes } from "@/lib/consents";
import { listRetentionRuns, readPrivacyPolicy } from "@/lib/privacy";
import { previewPolicy, savePolicy, savePurposes } from "./actions";

export const metadata: Metadata = { title: "Privacy" };

/** Of what has gone, so much is shown: two days of all rules. */
const SHOWN_RUNS = 10;

/** What members are asked to agree to, and what the program keeps of them, for how long. */
export default async function PrivacySettingsPage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "program:manage")) return <NoAccess permission="program:manage" />;
  const [policy, runs, purposes] = await Promise.all([
    readPrivacyPolicy(program.programId),
    listRetentionRuns(ctx, SHOWN_RUNS),
    readPurposes(program.programId),
  ]);
  return (
    <>
      <PageHeader
        title="Privacy"
        description="What members are asked to agree to, and what is kept of them, for how long"
      />
      <div className="flex max-w-3xl flex-col gap-5">
        <Panel title="What is kept, and for how long">
          <PolicyForm policy={policy} save={savePolicy} preview={previewPolicy} />
        </Panel>
        <RetentionRuns runs={runs} locale={program.locale} />
        <Panel title="Consents">
          <PurposesForm purposes={[...purposes]} save={savePurposes} />
        </Panel>
      </div>
    </>
  );
}
