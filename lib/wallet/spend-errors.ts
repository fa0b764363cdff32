import { AppError, Conflict } from "@/lib/core/errors";

/** The member cannot dispose of so many points; the problem names how many there are, and are missing. */
export class InsufficientPoints extends AppError {
  constructor(wanted: number, available: number) {
    const has =
      available === 0 ? "none are" : `${available.toLocaleString("en")} ${available === 1 ? "is" : "are"}`;
    const publicMessage = `${wanted.toLocaleString("en")} ${wanted === 1 ? "is" : "are"} needed and ${has} available.`;
    super({
      code: "insufficient_points",
      status: 409,
      message: `${wanted} points wanted, ${available} available`,
      publicMessage,
      fields: [{ pointer: "/points", code: "insufficient_points", detail: publicMessage }],
      extensions: { available, missing: wanted - available },
    });
  }
}

/** The time of a hold is up: its points went back to the member. */
export class HoldExpired extends Conflict {
  constructor() {
    super(
      "hold_expired",
      "The time of this hold is up, and its points are the member’s again. Place a new one.",
    );
  }
}
