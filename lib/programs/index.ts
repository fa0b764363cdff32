import "server-only";

export { createPointType } from "./create-point-type";
export { createProgram } from "./create-program";
export { insertPointType, PROGRAM_ACCOUNTS, type ProgramAccountKind, toPointType } from "./point-types";
export { listProgramsOf, readProgram, readProgramBySlug } from "./queries";
export { recallProgram, recallProgramBySlug } from "./recall-program";
export {
  type BrandDto,
  type Expiry,
  HOUSE_HUE,
  type LedgerPolicy,
  type Pending,
  type PointTypeDto,
  type ProgramDto,
  type ProgramInput,
  type ReturnPolicy,
  SPENDABLE_POINT_TYPE,
} from "./schema";
export { setBrand } from "./set-brand";
export { setCampaignApproval } from "./set-campaign-approval";
export { setLedgerPolicy } from "./set-ledger-policy";
export { beginningOfWindow, readThresholds, readThresholdsInForce, type Thresholds } from "./thresholds";
export { updatePointType } from "./update-point-type";
