import { AppError, Conflict } from "@/lib/core/errors";

/** Four eyes: the one who asked for points, or who made the API key that did, does not decide about them. */
export class OwnRequest extends AppError {
  constructor() {
    super({
      code: "own_request",
      status: 403,
      message: "the actor decides about a request of their own",
      publicMessage: "You asked for this yourself. Somebody else has to decide about it.",
    });
  }
}

export function alreadyDecided(): Conflict {
  return new Conflict("already_decided", "Somebody has decided about this in the meantime.");
}
