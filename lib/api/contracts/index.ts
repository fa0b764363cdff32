import type { Contract } from "../contract";
import { adjustmentContracts } from "./adjustments";
import { analyticsContracts } from "./analytics";
import { brandContracts } from "./brand";
import { campaignGroupContracts } from "./campaign-groups";
import { campaignContracts } from "./campaigns";
import { codePoolContracts } from "./code-pools";
import { creditContracts } from "./credits";
import { dayRunContracts } from "./day-runs";
import { eventContracts } from "./events";
import { holdContracts } from "./holds";
import { imageContracts } from "./images";
import { importContracts } from "./imports";
import { ledgerContracts } from "./ledger";
import { mailContracts } from "./mails";
import { memberContracts } from "./members";
import { pointTypeContracts } from "./point-types";
import { poolMovementContracts } from "./pool-movements";
import { poolContracts } from "./pools";
import { privacyContracts } from "./privacy";
import { programCodeContracts } from "./program-code";
import { redemptionContracts } from "./redemptions";
import { referralContracts } from "./referrals";
import { reversalContracts } from "./reversals";
import { rewardPartnerContracts } from "./reward-partners";
import { rewardProposalContracts } from "./reward-proposals";
import { rewardContracts } from "./rewards";
import { segmentContracts } from "./segments";
import { simulationContracts } from "./simulations";
import { sponsorContracts } from "./sponsors";
import { statementContracts } from "./statements";
import { suggestionContracts } from "./suggestions";
import { tierContracts } from "./tiers";
import { transferContracts } from "./transfers";
import { voucherContracts } from "./vouchers";
import { walletContracts } from "./wallet";

/** Every contract of the API; the reference is generated from this list and a test holds the routes to it. */
export const contracts: readonly Contract[] = [
  ...adjustmentContracts,
  ...analyticsContracts,
  ...brandContracts,
  ...campaignContracts,
  ...campaignGroupContracts,
  ...sponsorContracts,
  ...creditContracts,
  ...dayRunContracts,
  ...eventContracts,
  ...holdContracts,
  ...imageContracts,
  ...importContracts,
  ...ledgerContracts,
  ...mailContracts,
  ...memberContracts,
  ...privacyContracts,
  ...poolContracts,
  ...poolMovementContracts,
  ...rewardContracts,
  ...rewardPartnerContracts,
  ...rewardProposalContracts,
  ...codePoolContracts,
  ...segmentContracts,
  ...simulationContracts,
  ...statementContracts,
  ...suggestionContracts,
  ...tierContracts,
  ...transferContracts,
  ...redemptionContracts,
  ...referralContracts,
  ...reversalContracts,
  ...pointTypeContracts,
  ...programCodeContracts,
  ...voucherContracts,
  ...walletContracts,
];
