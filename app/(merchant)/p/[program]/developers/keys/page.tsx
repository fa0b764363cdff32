import { KeyRound, Plus } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { CreateKeyDialog } from "@/components/merchant/api-keys/create-key-dialog";
import { RevokeKeyButton } from "@/components/merchant/api-keys/revoke-key-button";
import { listAddress } from "@/components/merchant/list-address";
import { NoAccess } from "@/components/merchant/no-access";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Time } from "@/components/ui/figures";
import { formatTime } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { type ApiKeyDto, listApiKeys } from "@/lib/api-keys";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import type { ProgramDto } from "@/lib/programs";
import { createKey, revokeKey } from "./actions";

export const metadata: Metadata = { title: "API keys" };

const PAGE_SIZE = 50;
const search = z.object({
  state: z.enum(["active", "revoked"]).catch("active"),
  cursor: z.string().max(200).optional().catch(undefined),
});

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The keys that other systems reach this program with. */
export default async function ApiKeysPage({ params, searchParams }: Props) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "keys:manage")) return <NoAccess permission="keys:manage" />;
  const { state, cursor } = search.parse(await searchParams);
  const page = await listApiKeys(ctx, { state, cursor, limit: PAGE_SIZE });
  const path = `/p/${program.slug}/developers/keys`;
  const filter = { state: state === "active" ? undefined : state };
  const newKey = (
    <CreateKeyDialog
      program={program.slug}
      createKey={createKey}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden="true" />
          New key
        </Button>
      }
    />
  );
  return (
    <>
      <PageHeader
        title="API keys"
        description="For tills, shops and other systems that send events or read wallets."
        actions={newKey}
      />
      <SegmentedLinks
        label="State"
        className="mb-3"
        items={[
          { label: "Active", href: path, current: state === "active" },
          { label: "Revoked", href: listAddress(path, { state: "revoked" }), current: state === "revoked" },
        ]}
      />
      <div className="overflow-hidden rounded-lg border bg-surface">
        <DataTable
          caption={state === "active" ? "Active API keys" : "Revoked API keys"}
          rows={page.items}
          rowKey={(key) => key.apiKeyId}
          columns={columnsFor(state, program)}
          empty={
            state === "revoked" ? (
              <EmptyState title="No key has been revoked" icon={<KeyRound aria-hidden="true" />} />
            ) : (
              <EmptyState
                title="No API keys yet"
                icon={<KeyRound aria-hidden="true" />}
                action={newKey}
                example={<code className="whitespace-pre font-mono text-xs">{EXAMPLE}</code>}
              >
                A key lets one of your systems send purchases and read wallets. Make one for each system.
              </EmptyState>
            )
          }
        />
        <Pagination
          firstHref={cursor ? listAddress(path, filter) : null}
          nextHref={page.nextCursor && listAddress(path, filter, { cursor: page.nextCursor })}
        />
      </div>
    </>
  );
}

const EXAMPLE = "POST /api/v1/events\nAuthorization: Bearer tsk_…";

function columnsFor(state: "active" | "revoked", program: ProgramDto): Column<ApiKeyDto>[] {
  const time = (at: string | null) =>
    at ? (
      <Time at={at} formats={program} className="text-ink-2" />
    ) : (
      <span className="text-ink-3">Never</span>
    );
  const shared: Column<ApiKeyDto>[] = [
    { key: "name", header: "Name", cell: (key) => <Name apiKey={key} /> },
    { key: "scopes", header: "May", hideBelow: "md", cell: (key) => <Scopes scopes={key.scopes} /> },
    {
      key: "created",
      header: "Created",
      hideBelow: "lg",
      cell: (key) => (
        <>
          <Time at={key.createdAt} formats={program} timeStyle="date" className="text-ink-2" />
          <span className="block text-ink-3 text-xs">by {key.createdBy}</span>
        </>
      ),
    },
    { key: "used", header: "Last used", hideBelow: "sm", cell: (key) => time(key.lastUsedAt) },
  ];
  if (state === "revoked") {
    return [...shared, { key: "revoked", header: "Revoked", cell: (key) => time(key.revokedAt) }];
  }
  const actions: Column<ApiKeyDto> = {
    key: "actions",
    header: <span className="sr-only">Actions</span>,
    align: "end",
    cell: ({ apiKeyId, name, lastUsedAt }) => (
      <RevokeKeyButton
        program={program.slug}
        apiKeyId={apiKeyId}
        name={name}
        lastUsed={lastUsedAt && formatTime(lastUsedAt, "dateTime", program)}
        revokeKey={revokeKey}
      />
    ),
  };
  return [...shared, actions];
}

function Name({ apiKey }: { apiKey: ApiKeyDto }) {
  return (
    <>
      <span className="block break-words font-medium">{apiKey.name}</span>
      <span className="block font-mono text-ink-3 text-xs">tsk_…{apiKey.hint}</span>
    </>
  );
}

function Scopes({ scopes }: { scopes: string[] }) {
  return (
    <span className="flex max-w-xs flex-wrap gap-1">
      {scopes.map((scope) => (
        <Badge key={scope} className="font-mono">
          {scope}
        </Badge>
      ))}
    </span>
  );
}
