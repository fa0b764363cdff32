import { z } from "zod";
import { typeId } from "@/lib/core/schema";
import { IMAGE_TYPES, imageDto } from "@/lib/images/schema";
import { contract } from "../contract";

const common = { tag: "Images", permission: "images:write", actors: ["apiKey", "user", "partner"] } as const;

export const uploadImage = contract({
  ...common,
  method: "POST",
  path: "/api/v1/images",
  summary: "Upload an image",
  description:
    "Send the file itself as the body. It is drawn anew in several widths, without what the file says beside the " +
    "picture, such as where it was taken. The same file again is answered with the same image. Its address is `path`, " +
    "a slash and one of its `widths`; the format follows the reader's Accept header.",
  upload: {
    contentTypes: [...IMAGE_TYPES],
    description:
      "The bytes of the image, at most 10 MiB and 50 megapixels. Its type is recognised by its first bytes.",
  },
  response: imageDto,
  status: 201,
  errors: {
    413: "More than 10 MiB.",
    422: "Not an image of a type that is taken, broken, or too small or large.",
  },
});

export const readImage = contract({
  ...common,
  method: "GET",
  path: "/api/v1/images/{id}",
  summary: "Read an image's sizes and address",
  params: z.object({ id: typeId("img") }),
  response: imageDto,
});

export const imageContracts = [uploadImage, readImage];
