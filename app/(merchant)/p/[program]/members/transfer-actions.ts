"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import { typeId } from "@/lib/core/schema";
import { setTransferBar } from "@/lib/transfers";
import { barInput } from "@/lib/transfers/schema";

export const barTransfers = merchantAction(
  z.object({ id: typeId("mem"), bar: barInput }),
  "members:write",
  (ctx, { id, bar }) => setTransferBar(ctx, id, bar),
);
