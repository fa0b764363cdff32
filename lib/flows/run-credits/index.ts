import "server-only";

export { runCredits } from "./credit-loop";
export { runCreditStep } from "./run-credit-step";
