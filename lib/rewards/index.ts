import "server-only";

export { archiveReward } from "./archive-reward";
export { changeCategory } from "./change-category";
export { changeReward } from "./change-reward";
export { makeCode, readMadeCode } from "./code-pattern";
export { type TakenCode, takeCode } from "./code-sql";
export { createCategory } from "./create-category";
export { createReward } from "./create-reward";
export { duplicateReward } from "./duplicate-reward";
export { examineReward, priceFor, type Refusal, type RewardSeeker } from "./examine-reward";
export { keepStocked } from "./keep-stocked";
export { type LowStock, listLow } from "./list-low";
export { rewardNaming } from "./named-lists-sql";
export { listPublicRewards } from "./offers/list-public-rewards";
export {
  listOfferedCategories,
  listOffersFor,
  type OfferFilter,
  type OfferSeeker,
  readOfferFor,
} from "./offers/queries";
export { orderCategories } from "./order-categories";
export { orderRewards } from "./order-rewards";
export { changePool } from "./pools/change-pool";
export { createPool } from "./pools/create-pool";
export { listPools, listRefusedCodes, listUploads, readPool, readUpload } from "./pools/pool-queries";
export { lapseCodes } from "./pools/pool-sql";
export { readCodes } from "./pools/read-codes";
export { refusedCodesFile } from "./pools/refused-report";
export { removeCodes } from "./pools/remove-codes";
export { resumeUpload } from "./pools/resume-upload";
export { uploadCodes } from "./pools/upload-codes";
export {
  findRewardByKey,
  listPortablePools,
  listPortableRewards,
  type PortablePool,
  type PortableReward,
} from "./portable";
export { changeProposal } from "./proposals/change-proposal";
export { drawUpProposal } from "./proposals/draw-up-proposal";
export { dropProposal } from "./proposals/drop-proposal";
export { returnProposal } from "./proposals/return-proposal";
export { sendProposal } from "./proposals/send-proposal";
export { withdrawProposal } from "./proposals/withdraw-proposal";
export { publishReward } from "./publish-reward";
export { listCategories, listRewards, type RewardFilter, readReward } from "./queries";
export { removeCategory } from "./remove-category";
export { type RewardRow, rewardForRedemption } from "./reward-row";
export type * from "./schema";
export { setStock } from "./set-stock";
export { giveStockBack, takeStock } from "./stock-sql";
export { tellWhatRunsLow } from "./tell-what-runs-low";
export { unpublishReward } from "./unpublish-reward";
