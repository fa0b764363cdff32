import { listMails as listMailsContract } from "@/lib/api/contracts/mails";
import { route } from "@/lib/api/route";
import { listMails } from "@/lib/mail";

export const GET = route(listMailsContract, ({ ctx, query }) => listMails(ctx, query));
