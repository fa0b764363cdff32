import { AppError } from "@/lib/core/errors";

/** Points that are not sent, and why. */
export class TransferRefused extends AppError {
  /** @param pointer of the field that it is about */
  constructor(code: string, publicMessage: string, pointer?: string) {
    super({
      code,
      status: 409,
      message: `transfer refused: ${code}`,
      publicMessage,
      ...(pointer !== undefined && { fields: [{ pointer, code, detail: publicMessage }] }),
    });
  }
}

/** One answer for all that lies between two members, so that nobody learns who has blocked whom. */
export function recipientUnavailable(): TransferRefused {
  return new TransferRefused(
    "recipient_unavailable",
    "Nothing can be sent between you and this member.",
    "/to",
  );
}
