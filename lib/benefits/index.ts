import "server-only";

export { BenefitBook, type Cause, type Giver } from "./benefit-book";
export type { BenefitPlan, ProgressRow, StandingBenefit, ToldBenefit, ToldWithdrawal } from "./benefit-plan";
export { loadProgress, loadStanding } from "./loading-sql";
export type * from "./schema";
export { writeBenefits } from "./writing-sql";
