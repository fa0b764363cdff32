import { Settings2, Trash2 } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { listAddress } from "@/components/merchant/list-address";
import { StateChip } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { StatStrip } from "@/components/ui/stat-strip";
import type { PoolDto, UploadDto } from "@/lib/rewards/schema";
import { type ChangePool, type CreatePool, PoolDialog } from "./pool-dialog";
import { RemoveCodesDialog } from "./remove-codes-dialog";
import { UploadCodes } from "./upload-codes";
import { type RemoveCodes, type ResumeUpload, UploadList } from "./upload-list";

type Actions = { create: CreatePool; change: ChangePool; remove: RemoveCodes; resume: ResumeUpload };

/** One pool as who fills it sees it: its codes by state, and the files that they came from. */
export function PoolView({
  pool,
  uploads,
  isFirstPage,
  path,
  crumbs,
  description,
  usedBy,
  mayWrite,
  locale,
  actions: { create, change, remove, resume },
}: {
  pool: PoolDto;
  uploads: { items: readonly UploadDto[]; nextCursor: string | null };
  isFirstPage: boolean;
  /** The address of the list of pools; this one is below it. */
  path: string;
  crumbs: ComponentProps<typeof PageHeader>["crumbs"];
  description?: ReactNode;
  /** Which rewards hand its codes out. */
  usedBy?: ReactNode;
  mayWrite: boolean;
  locale: string;
  actions: Actions;
}) {
  const own = `${path}/${pool.id}`;
  const number = (value: number) => formatNumber(value, locale);
  const warned =
    pool.lowAt === null ? "Nobody is told when it runs low" : `You are told at ${number(pool.lowAt)}`;
  return (
    <>
      <PageHeader
        title={pool.name}
        description={description}
        crumbs={crumbs}
        state={pool.isLow && <StateChip tone="warn">Running low</StateChip>}
        actions={
          mayWrite && (
            <>
              <RemoveCodesDialog
                id={pool.id}
                remove={remove}
                trigger={
                  <Button>
                    <Trash2 aria-hidden="true" />
                    Take codes out
                  </Button>
                }
              />
              <PoolDialog
                pool={pool}
                partners={[]}
                pools={path}
                create={create}
                change={change}
                trigger={
                  <Button>
                    <Settings2 aria-hidden="true" />
                    Settings
                  </Button>
                }
              />
            </>
          )
        }
      />
      <div className="flex flex-col gap-4">
        <StatStrip
          stats={[
            { label: "To hand out", value: number(pool.free), note: warned },
            { label: "With members", value: number(pool.handed) },
            { label: "Taken out, or past their last day", value: number(pool.void) },
          ]}
        />
        {usedBy}
        {mayWrite && <UploadCodes poolId={pool.id} />}
        <Panel title="Files" flush>
          {uploads.items.length === 0 ? (
            <p className="border-t px-4.5 py-6 text-ink-2">No file yet. Each code of a file goes in once.</p>
          ) : (
            <div className="border-t">
              <UploadList
                uploads={uploads.items}
                pools={path}
                mayWrite={mayWrite}
                remove={remove}
                resume={resume}
              />
            </div>
          )}
          <Pagination
            firstHref={isFirstPage ? null : own}
            nextHref={uploads.nextCursor && listAddress(own, {}, { cursor: uploads.nextCursor })}
          />
        </Panel>
      </div>
    </>
  );
}
