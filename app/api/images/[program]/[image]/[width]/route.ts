import { z } from "zod";
import { problemResponse } from "@/lib/api/problem";
import { newRequestId } from "@/lib/auth/context";
import { NotFound } from "@/lib/core/errors";
import { typeId } from "@/lib/core/schema";
import { openRendition } from "@/lib/images";
import { MAX_IMAGE_SIDE } from "@/lib/images/schema";

const address = z
  .object({
    program: typeId("prog"),
    image: typeId("img"),
    width: z.coerce.number().int().min(1).max(MAX_IMAGE_SIDE),
  })
  .transform(({ program, image, width }) => ({ programId: program, imageId: image, width }));

/** A picture in one width. What is at an address never changes, so whoever has it keeps it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ program: string; image: string; width: string }> },
): Promise<Response> {
  try {
    const asked = address.safeParse(await params);
    if (!asked.success) throw new NotFound("image");
    const accept = request.headers.get("accept") ?? "";
    const { content, sizeBytes, contentType } = await openRendition(asked.data, accept);
    return new Response(content, {
      headers: {
        "content-type": contentType,
        "content-length": String(sizeBytes),
        "cache-control": "public, max-age=31536000, immutable",
        vary: "Accept",
      },
    });
  } catch (error) {
    return problemResponse(error, newRequestId(), new URL(request.url).pathname);
  }
}
