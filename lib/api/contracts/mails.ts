import { z } from "zod";
import { pageOf, typeId } from "@/lib/core/schema";
import { mailDto, mailQuery } from "@/lib/mail/schema";
import { contract } from "../contract";

const common = { tag: "Mail", permission: "mail:manage", actors: ["user"] } as const;

export const listMails = contract({
  ...common,
  method: "GET",
  path: "/api/v1/mails",
  summary: "List mails to members, the newest first",
  description:
    "Where a mail server is set up, codes are shown to nobody. Without one, mails are kept with all that they say, so that " +
    "everything can be tried. Address and content are removed after 30 days.",
  query: mailQuery,
  response: pageOf(mailDto),
});

export const retryMail = contract({
  ...common,
  method: "POST",
  path: "/api/v1/mails/{id}/retry",
  summary: "Send a mail again that was given up or kept",
  params: z.object({ id: typeId("mail") }),
  response: z.object({ id: z.string() }),
  errors: { 409: "There is no mail server, or the mail was sent, or its content has been removed." },
});

export const mailContracts = [listMails, retryMail];
