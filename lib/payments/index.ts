import "server-only";

export { PaymentFault, PaymentsUnavailable } from "./payment-fault";
export type { PaymentAnswer, PaymentNotice, PaymentProvider, StartedPayment } from "./provider";
export { providerFor, providerNamed } from "./providers";
export { nextPaymentState, type PaymentCommand, type PaymentState } from "./schema";
export { signTestNotice, testProvider } from "./test-provider";
