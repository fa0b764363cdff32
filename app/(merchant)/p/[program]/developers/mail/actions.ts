"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import { typeId } from "@/lib/core/schema";
import { retryMail } from "@/lib/mail";

export const retry = merchantAction(z.object({ mailId: typeId("mail") }), "mail:manage", (ctx, { mailId }) =>
  retryMail(ctx, mailId),
);
