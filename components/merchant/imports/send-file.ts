import { z } from "zod";

const created = z.object({
  id: z.string(),
  columns: z.array(z.string()).default([]),
  guess: z.record(z.string(), z.string()).default({}),
});
const problem = z.object({ title: z.string() });

type SendFile = {
  file: File;
  /** Where it goes, with what is said about it: the file's name is added. */
  address: { path: `/api/v1/${string}`; parameters?: Record<string, string> };
  /** Slug of the program. */
  program: string;
  /** Share of the file that is sent, 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
};

/** What the server made of a file: its id, the columns that its header names, and which field each may be. */
export type SentFile = z.output<typeof created>;

/**
 * Uploads a file as it is. By XMLHttpRequest, because fetch does not tell how far an upload is.
 * @throws Error with a sentence for the person on screen
 */
export function sendFile({
  file,
  address: { path, parameters },
  program,
  onProgress,
  signal,
}: SendFile): Promise<SentFile> {
  return new Promise((fulfil, reject) => {
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ fileName: file.name, ...parameters });
    request.open("POST", `${path}?${query}`);
    request.setRequestHeader("tessera-program", program);
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.responseType = "text";
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      if (total > 0) onProgress(loaded / total);
    });
    request.addEventListener("load", () => {
      const body = readJson(request.responseText);
      const uploaded = created.safeParse(body);
      if (request.status < 300 && uploaded.success) fulfil(uploaded.data);
      else reject(new Error(problem.safeParse(body).data?.title ?? "The server gave no readable answer."));
    });
    request.addEventListener("error", () =>
      reject(
        new Error("The connection broke before the whole file was sent. Nothing was kept; send it again."),
      ),
    );
    request.addEventListener("abort", () =>
      reject(new DOMException("The upload was stopped.", "AbortError")),
    );
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
