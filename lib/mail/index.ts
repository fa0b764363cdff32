import "server-only";

export type { MailContent } from "./compose-mail";
export { eraseMailOf } from "./erase-mail";
export { keepSending } from "./keep-sending";
export { listMails, mailIsSent } from "./queries";
export { queueMail } from "./queue-mail";
export { removeOldMail } from "./remove-old-mail";
export { retryMail } from "./retry-mail";
export type * from "./schema";
export { sendMails } from "./send-mails";
