import { AppError } from "@/lib/core/errors";

/** Something that a pool does not let happen, and why. */
export class PoolRefused extends AppError {
  /** @param pointer of the field that it is about */
  constructor(code: string, publicMessage: string, pointer?: string) {
    super({
      code,
      status: 409,
      message: `pool refused: ${code}`,
      publicMessage,
      ...(pointer !== undefined && { fields: [{ pointer, code, detail: publicMessage }] }),
    });
  }
}
