import type { Metadata } from "next";
import type { ReactNode } from "react";
import { PortalProvider } from "@/components/merchant/portal-context";
import { PartnerShell } from "@/components/partner/partner-shell";
import { BrandHue } from "@/components/ui/mosaic";
import { requirePartner } from "@/lib/auth/session";
import { readPartner } from "@/lib/partners";

type LayoutProps = { children: ReactNode; params: Promise<{ program: string }> };

export async function generateMetadata({ params }: LayoutProps): Promise<Metadata> {
  const { program } = await requirePartner((await params).program);
  return { title: { default: `Partners of ${program.name}`, template: `%s · ${program.name}` } };
}

/** The frame of the partners' portal only: every page below authorises for itself. */
export default async function PartnerLayout({ children, params }: LayoutProps) {
  const { ctx, program, user } = await requirePartner((await params).program);
  const { organizationId, parts } = ctx.actor;
  const { name } = await readPartner(ctx, organizationId);
  const { programId, slug, name: programName, brandHue, locale, currency, timeZone } = program;
  return (
    <PortalProvider
      portal={{
        program: {
          slug,
          name: programName,
          brandHue,
          pointName: program.pointType.name,
          pointTypes: [],
          locale,
          currency,
          timeZone,
        },
        permissions: [],
        waiting: { approvals: 0 },
      }}
    >
      <BrandHue hue={brandHue} />
      <PartnerShell
        program={{ programId, slug, name: programName, brandHue }}
        company={name}
        parts={parts}
        user={{ name: user.name, email: user.email }}
      >
        {children}
      </PartnerShell>
    </PortalProvider>
  );
}
