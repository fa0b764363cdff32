import type { Metadata } from "next";
import type { ReactNode } from "react";
import { PortalProvider } from "@/components/merchant/portal-context";
import { PortalShell } from "@/components/merchant/portal-shell";
import type { SwitcherProgram } from "@/components/merchant/program-switcher";
import { BrandHue } from "@/components/ui/mosaic";
import { countWaiting } from "@/lib/adjustments";
import type { Ctx } from "@/lib/auth/context";
import { can, ROLE_PERMISSIONS } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { countWaitingCredits } from "@/lib/credits";
import { listProgramsOf, type ProgramDto } from "@/lib/programs";

type LayoutProps = { children: ReactNode; params: Promise<{ program: string }> };

const forSwitcher = ({
  programId,
  slug,
  name,
  sandbox,
  currency,
  brandHue,
}: ProgramDto): SwitcherProgram => ({
  programId,
  slug,
  name,
  sandbox,
  currency,
  brandHue,
});

export async function generateMetadata({ params }: LayoutProps): Promise<Metadata> {
  const { program } = await requireMerchant((await params).program);
  return { title: { default: program.name, template: `%s · ${program.name}` } };
}

/** Adjustments and files of credits that wait for a second person. */
async function countWaitingFor(ctx: Ctx): Promise<number> {
  const [adjustments, files] = await Promise.all([countWaiting(ctx), countWaitingCredits(ctx)]);
  return adjustments + files;
}

/** The frame only: every page below authorises for itself. */
export default async function PortalLayout({ children, params }: LayoutProps) {
  const { ctx, program, user } = await requireMerchant((await params).program);
  const [programs, approvals] = await Promise.all([
    listProgramsOf(program.organizationId),
    can(ctx.actor, "points:adjust") ? countWaitingFor(ctx) : 0,
  ]);
  const { slug, name, brandHue, locale, currency, timeZone } = program;
  return (
    <PortalProvider
      portal={{
        program: {
          slug,
          name,
          brandHue,
          pointName: program.pointType.name,
          pointTypes: program.pointTypes.map((type) => ({
            pointTypeNo: type.pointTypeNo,
            code: type.code,
            name: type.name,
            valuePerThousandMinor: type.valuePerThousandMinor,
          })),
          locale,
          currency,
          timeZone,
        },
        permissions: ROLE_PERMISSIONS[ctx.actor.role],
        waiting: { approvals },
      }}
    >
      <BrandHue hue={brandHue} />
      <PortalShell
        program={forSwitcher(program)}
        programs={programs.map(forSwitcher)}
        user={{ name: user.name, email: user.email, role: ctx.actor.role }}
      >
        {children}
      </PortalShell>
    </PortalProvider>
  );
}
