import { AppError } from "@/lib/core/errors";

/** The code is not the one that was sent; there are tries left. */
export class WrongCode extends AppError {
  constructor(triesLeft: number) {
    super({
      code: "code_wrong",
      status: 422,
      message: "another code was sent",
      publicMessage: "This is not the code. Check the mail and type it again.",
      extensions: { triesLeft },
    });
  }
}

/** The code is too old, was used, or was guessed at too often; or there never was one. */
export class CodeOver extends AppError {
  constructor() {
    super({
      code: "code_over",
      status: 410,
      message: "the code is over",
      publicMessage: "This code no longer works. Ask for another one.",
    });
  }
}

/** A mail is on its way; another one would only confuse. */
export class ResendTooSoon extends AppError {
  constructor(waitSeconds: number) {
    super({
      code: "resend_too_soon",
      status: 429,
      message: "the code was sent a moment ago",
      publicMessage: "A mail was sent a moment ago. Wait a little before you ask for another one.",
      extensions: { waitSeconds },
      transient: true,
    });
  }
}
