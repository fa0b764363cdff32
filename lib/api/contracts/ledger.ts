import { z } from "zod";
import { pageOf, pageQuery, typeId } from "@/lib/core/schema";
import { ledgerHeads, verificationDto } from "@/lib/verifications/schema";
import { contract } from "../contract";

const common = { tag: "Ledger", permission: "ledger:read", actors: ["apiKey", "user"] } as const;

export const createVerification = contract({
  ...common,
  method: "POST",
  path: "/api/v1/ledger/verifications",
  summary: "Verify the whole ledger",
  description:
    "Has every balance, lot, hold and counter recounted from the transfers, and every block of the hash chains " +
    "recomputed, as of one instant, while the program goes on. Where that is under way already, it is the answer. " +
    "Read it again for its progress.",
  response: verificationDto,
  status: 202,
});

export const listVerifications = contract({
  ...common,
  method: "GET",
  path: "/api/v1/ledger/verifications",
  summary: "List verifications, the latest first",
  query: pageQuery,
  response: pageOf(verificationDto),
});

export const readVerification = contract({
  ...common,
  method: "GET",
  path: "/api/v1/ledger/verifications/{id}",
  summary: "Read a verification, its progress and what it found",
  params: z.object({ id: typeId("job") }),
  response: verificationDto,
});

export const readLedgerHeads = contract({
  ...common,
  method: "GET",
  path: "/api/v1/ledger/heads",
  summary: "Read where the ledger's hash chains end",
  description:
    "The last block of each lane with its hash. Keep them outside of the database: `npm run ledger:verify -- --against` " +
    "shows later that nothing up to them has been rewritten.",
  response: ledgerHeads,
});

export const ledgerContracts = [createVerification, listVerifications, readVerification, readLedgerHeads];
