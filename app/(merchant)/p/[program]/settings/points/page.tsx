import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { NoAccess } from "@/components/merchant/no-access";
import { LedgerPolicyForm } from "@/components/merchant/point-types/ledger-policy-form";
import { PointTypeDialog } from "@/components/merchant/point-types/point-type-dialog";
import { PointTypeList } from "@/components/merchant/point-types/point-type-list";
import { Button } from "@/components/ui/button";
import { formatNumber, formatTime } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { localDay } from "@/lib/core/calendar";
import { type ProgramDto, readThresholdsInForce, type Thresholds } from "@/lib/programs";
import { change, changePolicy, create } from "./actions";

export const metadata: Metadata = { title: "Points" };

/** The program's point types and what people may do with points. */
export default async function PointsPage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "program:manage")) return <NoAccess permission="program:manage" />;
  const thresholds = await readThresholdsInForce(ctx);
  const today = localDay(ctx.clock.now(), program.timeZone);
  return (
    <>
      <PageHeader
        title="Points"
        description="Changes hold for points that are earned from now on"
        actions={
          <PointTypeDialog
            pointType={null}
            today={today}
            actions={{ create, change }}
            trigger={
              <Button variant="primary">
                <Plus aria-hidden="true" />
                Add a point type
              </Button>
            }
          />
        }
      />
      <div className="flex flex-col gap-5">
        <Panel title="Point types" flush>
          <PointTypeList
            pointTypes={program.pointTypes}
            today={today}
            locale={program.locale}
            actions={{ create, change }}
          />
        </Panel>
        <Panel title="Limits">
          <LedgerPolicyForm
            policy={program.ledgerPolicy}
            raised={raisedInWords(thresholds, program)}
            change={changePolicy}
          />
        </Panel>
      </div>
    </>
  );
}

/** Which thresholds still count, and until when; null where those that are set do. */
function raisedInWords(
  { approvalAbove, dailyAbove, raisedFrom }: Thresholds,
  program: ProgramDto,
): string | null {
  if (raisedFrom === null) return null;
  const { adjustments } = program.ledgerPolicy;
  const number = (value: number | null) => formatNumber(value ?? 0, program.locale);
  const still = [
    approvalAbove !== adjustments.approvalAbove && `${number(approvalAbove)} points`,
    dailyAbove !== adjustments.dailyAbove && `${number(dailyAbove)} points in 24 hours`,
  ].filter((part) => part !== false);
  return `Until ${formatTime(raisedFrom, "dateTime", program)} a second person is still asked above ${still.join(" and ")}.`;
}
