"use client";

import { FileUp } from "lucide-react";
import { useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Notice } from "@/components/ui/notice";
import { sendFile } from "../imports/send-file";
import { usePortal } from "../portal-context";
import { FileColumns } from "./file-columns";
import { type FileDraft, fileDraft } from "./order";

type Standing = { name: string; share: number } | null;

/** Uploads a file of events, which is read when the simulation runs. */
export function EventFile({
  file: sent,
  onFile,
}: {
  file: FileDraft | null;
  onFile: (file: FileDraft | null) => void;
}) {
  const { program } = usePortal();
  const [standing, setStanding] = useState<Standing>(null);
  const [failure, setFailure] = useState<string | null>(null);

  async function send(file: File) {
    setFailure(null);
    onFile(null);
    setStanding({ name: file.name, share: 0 });
    try {
      const uploaded = await sendFile({
        file,
        address: { path: "/api/v1/simulations/files" },
        program: program.slug,
        onProgress: (share) => setStanding({ name: file.name, share: Math.min(share, 0.99) }),
        signal: new AbortController().signal,
      });
      setStanding({ name: file.name, share: 1 });
      onFile(fileDraft(uploaded));
    } catch (error) {
      setStanding(null);
      setFailure(error instanceof Error ? error.message : "The upload failed.");
    }
  }

  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <label
          className={classNames(
            buttonClass(),
            "cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
          )}
        >
          <FileUp aria-hidden="true" />
          {standing === null ? "Choose a file" : "Choose another"}
          <input
            type="file"
            accept=".csv,.tsv,.txt,.gz,.ndjson,.jsonl,text/csv,application/x-ndjson"
            className="sr-only"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) void send(file);
            }}
          />
        </label>
        {standing && (
          <p className="min-w-0 break-all text-ink-2" aria-live="polite">
            {standing.name}
            {standing.share < 1 ? `, ${Math.floor(standing.share * 100)} % sent` : ", ready"}
          </p>
        )}
      </div>
      {failure && <Notice tone="bad">{failure}</Notice>}
      {sent && sent.columns.length > 0 && (
        <FileColumns file={sent} onChange={(chosen) => onFile({ ...sent, chosen })} />
      )}
      <p className="text-ink-2 text-sm">
        Events as JSON, one a line, as the API takes them; or CSV with a header line and one line for each
        product sold. Members whom your program knows come with their profiles, others as new ones. Nothing in
        the file becomes part of your program.
      </p>
    </div>
  );
}
