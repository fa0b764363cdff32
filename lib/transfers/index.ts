import "server-only";

export { blockMember } from "./block-member";
export { TransferRefused } from "./errors";
export { limitPooling } from "./limit-pooling";
export { previewTransfer } from "./preview-transfer";
export { listBlockedMembers, listTransfers, readTransferStanding } from "./queries";
export type * from "./schema";
export { sendPoints } from "./send-points";
export { setTransferBar } from "./set-transfer-bar";
export { unblockMember } from "./unblock-member";
