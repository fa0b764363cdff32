import { ExternalLink } from "lucide-react";
import type { Metadata } from "next";
import { BrandEditor } from "@/components/merchant/brand/brand-editor";
import { NoAccess } from "@/components/merchant/no-access";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { save } from "./actions";

export const metadata: Metadata = { title: "Branding" };

/** How the program shows itself to members, with what they will see. */
export default async function BrandPage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "program:manage")) return <NoAccess permission="program:manage" />;
  const { programId, name, brandHue, brand, slug } = program;
  return (
    <>
      <PageHeader
        title="Branding"
        description="What members see in the wallet, on the public page, on their home screen and in mails"
        actions={
          <ButtonLink href={`/club/${slug}/about`} target="_blank">
            <ExternalLink aria-hidden="true" />
            Public page
          </ButtonLink>
        }
      />
      <BrandEditor programId={programId} saved={{ name, hue: brandHue, ...brand }} save={save} />
    </>
  );
}
