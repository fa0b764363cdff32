import Link from "next/link";
import type { ReactNode } from "react";
import { StateChip } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { Time } from "@/components/ui/figures";
import type { Formats } from "@/components/ui/format";
import type { CampaignVersionDto } from "@/lib/campaigns/schema";

/** The versions of a campaign, the newest first, each with what it said. */
export function VersionTable({
  versions,
  formats,
  compareHref,
  restoreButton,
}: {
  versions: CampaignVersionDto[];
  formats: Formats;
  /** Where a version is compared with the one before it. */
  compareHref: (version: number) => string;
  /** What goes back to a version, where that can be. */
  restoreButton: (version: number) => ReactNode;
}) {
  return (
    <DataTable
      caption="Versions"
      rows={versions}
      rowKey={({ version }) => String(version)}
      columns={[
        {
          key: "version",
          header: "Version",
          cell: ({ version }) => <span className="font-medium">v{version}</span>,
        },
        {
          key: "sentence",
          header: "Says",
          cell: ({ sentence }) => <span className="block min-w-48 max-w-3xl">{sentence}</span>,
        },
        { key: "state", header: "State", cell: (version) => <VersionState version={version} /> },
        {
          key: "when",
          header: "When",
          hideBelow: "sm",
          cell: ({ launchedAt, savedAt }) => (
            <Time at={launchedAt ?? savedAt} formats={formats} className="whitespace-nowrap text-ink-2" />
          ),
        },
        {
          key: "compare",
          header: <span className="sr-only">Compare</span>,
          align: "end",
          hideBelow: "sm",
          cell: ({ version }) =>
            version > 1 && (
              <Link
                href={compareHref(version)}
                scroll={false}
                className="whitespace-nowrap rounded-sm text-ink-2 text-sm hover:text-ink hover:underline"
              >
                Changes<span className="sr-only"> of v{version}</span>
              </Link>
            ),
        },
        {
          key: "restore",
          header: <span className="sr-only">Restore</span>,
          align: "end",
          cell: ({ version }) => restoreButton(version),
        },
      ]}
    />
  );
}

function VersionState({ version }: { version: CampaignVersionDto }) {
  if (version.isLive) return <StateChip tone="good">Live</StateChip>;
  return version.launchedAt ? <StateChip tone="info">Launched</StateChip> : <StateChip>Draft</StateChip>;
}
