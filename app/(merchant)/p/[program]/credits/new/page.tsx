import type { Metadata } from "next";
import { ExampleCredits } from "@/components/merchant/credits/example-credits";
import { UploadCredits } from "@/components/merchant/credits/upload-credits";
import { NoAccess } from "@/components/merchant/no-access";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Upload credits" };

const PROMISES = [
  "Nothing is posted before you have seen what the file gives and have confirmed it.",
  "Lines that do not fit are listed with their number and the reason; the others go in.",
  "A line that says the same as one before it is refused, so that nobody gets the same points twice.",
  "Each line posts exactly once, also after a restart. You can leave at any time.",
];

export default async function NewCreditsPage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "points:adjust")) return <NoAccess permission="points:adjust" />;
  return (
    <>
      <PageHeader
        title="Upload credits"
        description="Upload, look at the preview, confirm"
        crumbs={[{ href: `/p/${program.slug}/credits`, label: "Bulk credits" }]}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <UploadCredits />
        <Panel title="What a file looks like">
          <div className="overflow-x-auto rounded-md border bg-sunken px-3.5 py-2.5 text-ink-2">
            <ExampleCredits />
          </div>
          <p className="mt-3 text-ink-2">
            One line for each credit, with a header line. A member is named by your own number, card number,
            e-mail address or id. A column for the reason and one for the point type are welcome.
          </p>
          <ul className="mt-4 flex flex-col gap-2 border-t pt-4 text-ink-2">
            {PROMISES.map((promise) => (
              <li key={promise} className="flex gap-2.5">
                <span aria-hidden="true" className="mt-1.5 size-1.5 shrink-0 rounded-[1px] bg-accent" />
                {promise}
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </>
  );
}
