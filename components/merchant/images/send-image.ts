import { z } from "zod";
import { IMAGE_TYPES, type ImageDto, imageDto, MAX_IMAGE_BYTES } from "@/lib/images/schema";

const problem = z.object({ title: z.string() });

/**
 * Uploads a picture. By XMLHttpRequest, because fetch does not tell how far an upload is.
 * @param program slug of the program
 * @param onProgress share of the file that is sent, 0 to 1
 * @throws Error with a sentence for the person on screen
 */
export function sendImage({
  file,
  program,
  onProgress,
  signal,
}: {
  file: File;
  program: string;
  onProgress: (share: number) => void;
  signal: AbortSignal;
}): Promise<ImageDto> {
  return new Promise((fulfil, reject) => {
    if (!(IMAGE_TYPES as readonly string[]).includes(file.type)) {
      reject(new Error("Choose a PNG, JPEG, WebP or AVIF image."));
      return;
    }
    if (file.size > MAX_IMAGE_BYTES) {
      reject(new Error("The image is larger than 10 MB. Choose a smaller one."));
      return;
    }
    const request = new XMLHttpRequest();
    request.open("POST", "/api/v1/images");
    request.setRequestHeader("tessera-program", program);
    request.setRequestHeader("content-type", file.type);
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      if (total > 0) onProgress(loaded / total);
    });
    request.addEventListener("load", () => {
      const body = readJson(request.responseText);
      const image = imageDto.safeParse(body);
      if (request.status < 300 && image.success) return fulfil(image.data);
      return reject(new Error(problem.safeParse(body).data?.title ?? "The server gave no readable answer."));
    });
    request.addEventListener("error", () =>
      reject(new Error("The connection broke before the image was sent. Send it again.")),
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
