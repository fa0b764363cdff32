import type { Metadata } from "next";
import { ExampleFile } from "@/components/merchant/imports/example-file";
import { UploadFile } from "@/components/merchant/imports/upload-file";
import { NoAccess } from "@/components/merchant/no-access";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Import a file" };

const PROMISES = [
  "Nothing is posted before you have mapped the columns and seen a preview.",
  "A basket goes in whole or not at all. Lines that do not fit are listed with their number and the reason.",
  "The same basket never counts twice, in whatever file it comes again.",
  "You can leave at any time; the import goes on, and goes on again after a restart.",
];

export default async function NewImportPage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "imports:write")) return <NoAccess permission="imports:write" />;
  return (
    <>
      <PageHeader
        title="Import a file"
        description="Upload, map the columns, look at the preview, start"
        crumbs={[{ href: `/p/${program.slug}/imports`, label: "Imports" }]}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <UploadFile />
        <Panel title="What a file looks like">
          <div className="overflow-x-auto rounded-md border bg-sunken px-3.5 py-2.5 text-ink-2">
            <ExampleFile />
          </div>
          <p className="mt-3 text-ink-2">
            One line for each product sold, with a header line. It needs a column for the basket, the member,
            the time and the amount; product, store and the like are welcome. Further columns can come along
            as labels that rules ask for, such as line.attributes.organic.
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
