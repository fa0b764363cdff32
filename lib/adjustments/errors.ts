import { Conflict } from "@/lib/core/errors";

export function alreadyDecided(): Conflict {
  return new Conflict("already_decided", "Somebody has decided about this in the meantime.");
}
