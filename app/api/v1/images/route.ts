import { uploadImage as uploadImageContract } from "@/lib/api/contracts/images";
import { readBytes } from "@/lib/api/parse";
import { route } from "@/lib/api/route";
import { uploadImage } from "@/lib/images";
import { MAX_IMAGE_BYTES } from "@/lib/images/schema";

export const POST = route(uploadImageContract, async ({ ctx, request }) =>
  uploadImage(ctx, await readBytes(request, MAX_IMAGE_BYTES)),
);
