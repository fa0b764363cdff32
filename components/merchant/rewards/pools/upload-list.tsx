"use client";

import { useQuery } from "@tanstack/react-query";
import { Download, RotateCcw, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { readApi } from "@/components/providers/api-client";
import { StateChip } from "@/components/ui/badge";
import { Button, buttonClass } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { formatNumber } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import { TileProgress } from "@/components/ui/tile-progress";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import { type RemovalDto, type UploadDto, uploadDto } from "@/lib/rewards/schema";
import { UPLOAD_WORDS } from "./upload-words";

const POLL_MS = 1_000;

export type RemoveCodes = (input: {
  program: string;
  id: string;
  which: { codes: string[] } | { uploadId: string };
}) => Promise<ActionResult<RemovalDto>>;
export type ResumeUpload = (input: { program: string; uploadId: string }) => Promise<ActionResult<UploadDto>>;

/** The files of a pool, kept current while they go in. */
export function UploadList({
  uploads,
  pools,
  mayWrite,
  remove,
  resume,
}: {
  uploads: readonly UploadDto[];
  /** The address of the list of pools, below which what did not go in is found. */
  pools: string;
  mayWrite: boolean;
  remove: RemoveCodes;
  resume: ResumeUpload;
}) {
  return (
    <ul className="divide-y">
      {uploads.map((upload) => (
        <li key={upload.id} className="px-4.5 py-3.5">
          <UploadItem initial={upload} pools={pools} mayWrite={mayWrite} remove={remove} resume={resume} />
        </li>
      ))}
    </ul>
  );
}

type Item = { pools: string; mayWrite: boolean; remove: RemoveCodes; resume: ResumeUpload };

function UploadItem({ initial, ...item }: Item & { initial: UploadDto }) {
  const { program } = usePortal();
  const router = useRouter();
  const { data: upload } = useQuery({
    queryKey: ["code-upload", initial.id, initial.state],
    initialData: initial,
    queryFn: ({ signal }) => readApi(`/api/v1/code-uploads/${initial.id}`, program.slug, uploadDto, signal),
    refetchInterval: (query) => (query.state.data?.state === "reading" ? POLL_MS : false),
    staleTime: 0,
  });
  const { state } = upload;
  // The counts of the pool follow when the file is in.
  useEffect(() => {
    if (state !== initial.state) router.refresh();
  }, [state, initial.state, router]);
  const number = (value: number) => formatNumber(value, program.locale);
  const refused = upload.duplicates + upload.refused;
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-2">
            <span className="break-all font-medium">{upload.fileName}</span>
            <StateChip tone={UPLOAD_WORDS[state].tone}>{UPLOAD_WORDS[state].label}</StateChip>
          </p>
          <p className="mt-0.5 text-ink-2 text-sm">
            {number(upload.added)} of {number(upload.lines)} lines went in
            {upload.duplicates > 0 &&
              ` · ${number(upload.duplicates)} ${upload.duplicates === 1 ? "duplicate" : "duplicates"}`}
            {upload.refused > 0 && ` · ${number(upload.refused)} refused`}
          </p>
          <p className="text-ink-3 text-xs">
            <RelativeTime at={upload.createdAt} formats={program} />
            {upload.uploadedBy.name && ` by ${upload.uploadedBy.name}`}
          </p>
        </div>
        <UploadActions upload={upload} refused={refused} {...item} />
      </div>
      {state === "reading" && (
        <TileProgress
          value={Math.floor(upload.progress * 100)}
          max={100}
          tiles={50}
          label={`How much of ${upload.fileName} is read`}
          className="mt-3"
        />
      )}
      {upload.error && <p className="mt-1.5 text-bad-ink text-sm">{upload.error}</p>}
    </>
  );
}

function UploadActions({
  upload,
  refused,
  pools,
  mayWrite,
  remove,
  resume,
}: Item & { upload: UploadDto; refused: number }) {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();
  const path = `${pools}/${upload.poolId}/refused/${upload.id}`;
  return (
    <div className="flex flex-wrap gap-2">
      {refused > 0 && (
        <a href={path} download className={buttonClass({ size: "sm" })}>
          <Download aria-hidden="true" />
          What did not go in
        </a>
      )}
      {mayWrite && upload.state === "failed" && (
        <Button
          size="sm"
          onClick={async () => {
            const result = await resume({ program: program.slug, uploadId: upload.id });
            if (!result.ok) toast.failure(result.error.message);
            router.refresh();
          }}
        >
          <RotateCcw aria-hidden="true" />
          Go on
        </Button>
      )}
      {mayWrite && upload.state !== "reading" && upload.added > 0 && (
        <ConfirmDialog
          trigger={
            <Button size="sm" variant="ghost" aria-label={`Take out the codes of ${upload.fileName}`}>
              <Trash2 aria-hidden="true" />
            </Button>
          }
          title="Take its codes out?"
          description="All codes of this file that nobody has are taken out for good: they cannot be uploaded again. Codes that members have stay theirs."
          confirmLabel="Take them out"
          confirmVariant="danger"
          onConfirm={async () => {
            const which = { uploadId: upload.id };
            const result = await remove({ program: program.slug, id: upload.poolId, which });
            if (!result.ok) throw new Error(result.error.message);
            toast.success(`${formatNumber(result.data.removed, program.locale)} codes are out`);
            router.refresh();
          }}
        />
      )}
    </div>
  );
}
