import { AppError } from "@/lib/core/errors";

/** The provider cannot be reached, or refuses what was asked of it. The sentence is for whoever wants to pay. */
export class PaymentFault extends AppError {
  constructor(message: string, cause?: unknown) {
    super({
      code: "payment_provider",
      status: 502,
      message,
      publicMessage: "The payment could not be started. Nothing was charged. Try again in a moment.",
      transient: true,
      cause,
    });
  }
}

/** There is no provider that could take the money. */
export class PaymentsUnavailable extends AppError {
  constructor() {
    super({
      code: "payments_unavailable",
      status: 409,
      message: "no payment provider is configured",
      publicMessage: "Payments are not set up here, so rewards that cost money too cannot be had.",
    });
  }
}
