import { Download } from "lucide-react";
import type { Metadata } from "next";
import { NoAccess } from "@/components/merchant/no-access";
import { ApplyFile } from "@/components/merchant/program-code/apply-file";
import { CopyProgram } from "@/components/merchant/program-code/copy-program";
import { KeyList } from "@/components/merchant/program-code/key-list";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { listKeys, listSiblings } from "@/lib/flows/program-code";
import { apply, copyTo, plan, planCopyTo, setKey } from "./actions";

export const metadata: Metadata = { title: "Program as code" };

/** The program as a file: to keep under version control, to change elsewhere, to bring from a sandbox to production. */
export default async function ProgramCodePage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "program:manage")) return <NoAccess permission="program:manage" />;
  const siblings = await listSiblings(ctx);
  const keys = await listKeys(ctx);
  return (
    <>
      <PageHeader
        title="Program as code"
        description="Campaigns, rewards and settings as a file with stable keys, without members and without secrets"
        actions={
          <ButtonLink href={`/p/${program.slug}/settings/code/document`} variant="primary" prefetch={false}>
            <Download aria-hidden="true" />
            Download
          </ButtonLink>
        }
      />
      <div className="flex flex-col gap-5">
        <Panel title="Apply a file">
          <ApplyFile plan={plan} apply={apply} />
        </Panel>
        <Panel title="Copy to another program">
          <CopyProgram
            programs={siblings.map(({ slug, name, sandbox }) => ({ slug, name, sandbox }))}
            plan={planCopyTo}
            copy={copyTo}
          />
        </Panel>
        <Panel title="Keys">
          <KeyList keys={keys} change={setKey} />
        </Panel>
      </div>
    </>
  );
}
