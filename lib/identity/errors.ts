import { AppError } from "@/lib/core/errors";

/** One answer for an unknown account, a wrong password and a disabled account. */
export class SignInRefused extends AppError {
  constructor() {
    super({
      code: "sign_in_refused",
      status: 401,
      message: "e-mail or password is wrong, or the account may not sign in",
      publicMessage: "E-mail or password is wrong.",
    });
  }
}

/** The link of an invitation that was accepted, revoked, replaced or has expired, or that never was. */
export class InvitationGone extends AppError {
  constructor() {
    super({
      code: "invitation_gone",
      status: 404,
      message: "no open invitation for this token",
      publicMessage: "This invitation is no longer valid. Ask the person who invited you for a new link.",
    });
  }
}
