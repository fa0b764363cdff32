"use client";

import { FileUp, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { type DragEvent, useRef, useState } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button, buttonClass } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Notice } from "@/components/ui/notice";
import { TileProgress } from "@/components/ui/tile-progress";
import { formatBytes } from "./import-words";
import { sendFile } from "./send-file";

type Upload = { file: File; share: number };

/** Where a file is dropped or chosen. It is sent at once, and then its own page opens. */
export function UploadFile({
  to = "imports",
  title = "Drop a transaction file here",
  note = "CSV with a header line, as it is or compressed with gzip. Size does not matter.",
  parameters,
  onSent,
}: {
  /** What the file is for: the API's collection, and below the program's portal the page that opens afterwards. */
  to?: "imports" | "credits" | `code-pools/${string}/uploads`;
  title?: string;
  /** What a file looks like. */
  note?: string;
  /** What is sent with it. */
  parameters?: Record<string, string>;
  /** In the place of opening the file's own page. */
  onSent?: () => void;
}) {
  const { program } = usePortal();
  const router = useRouter();
  const [upload, setUpload] = useState<Upload | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isOver, setIsOver] = useState(false);
  const sending = useRef<AbortController | null>(null);

  async function send(file: File) {
    const controller = new AbortController();
    sending.current = controller;
    setFailure(null);
    setUpload({ file, share: 0 });
    try {
      const { slug } = program;
      const onProgress = (share: number) => setUpload({ file, share });
      const { signal } = controller;
      const address = { path: `/api/v1/${to}` as const, ...(parameters && { parameters }) };
      const { id } = await sendFile({ file, address, program: slug, onProgress, signal });
      if (onSent === undefined) router.push(`/p/${slug}/${to}/${id}`);
      else {
        setUpload(null);
        onSent();
      }
    } catch (error) {
      setUpload(null);
      if (!controller.signal.aborted)
        setFailure(error instanceof Error ? error.message : "The upload failed.");
    }
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !upload) void send(file);
  }

  return (
    <div className="flex flex-col gap-3">
      {failure && <Notice tone="bad">{failure}</Notice>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button inside */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
        className={classNames(
          "flex min-h-60 flex-col items-center justify-center rounded-lg border border-line-strong border-dashed bg-surface px-6 py-10 text-center transition-colors duration-120",
          isOver && "border-accent bg-accent-soft",
        )}
      >
        {upload ? (
          <Sending upload={upload} locale={program.locale} onStop={() => sending.current?.abort()} />
        ) : (
          <Choose title={title} note={note} onFile={(file) => void send(file)} />
        )}
      </div>
    </div>
  );
}

function Choose({ title, note, onFile }: { title: string; note: string; onFile: (file: File) => void }) {
  return (
    <>
      <span className="flex size-11 items-center justify-center rounded-lg border bg-sunken text-ink-2">
        <FileUp className="size-5" aria-hidden="true" />
      </span>
      <p className="mt-4 font-semibold text-lg">{title}</p>
      <p className="mt-1 max-w-sm text-pretty text-ink-2">{note}</p>
      <label
        className={classNames(
          buttonClass({ variant: "primary" }),
          "mt-5 cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
        )}
      >
        Choose a file
        <input
          type="file"
          accept=".csv,.tsv,.txt,.gz,text/csv,application/gzip"
          className="sr-only"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onFile(file);
          }}
        />
      </label>
    </>
  );
}

function Sending({ upload, locale, onStop }: { upload: Upload; locale: string; onStop: () => void }) {
  const { file, share } = upload;
  const percent = Math.floor(share * 100);
  return (
    <div className="w-full max-w-sm">
      <p className="break-words font-semibold text-md">{file.name}</p>
      <p className="mt-1 mb-4 text-ink-2">
        {share < 1
          ? `${percent} % of ${formatBytes(file.size, locale)} sent`
          : `${formatBytes(file.size, locale)} sent; looking into it`}
      </p>
      <TileProgress value={percent} max={100} label={`Sending ${file.name}`} />
      <Button className="mt-5" size="sm" onClick={onStop}>
        <X aria-hidden="true" />
        Stop
      </Button>
    </div>
  );
}
