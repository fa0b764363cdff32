import { z } from "zod";
import { pageOf, typeId } from "@/lib/core/schema";
import { month, statementQuery } from "@/lib/statements/schema";
import { contract } from "../contract";

const statement = z
  .object({
    month: month.meta({ examples: ["2026-10"] }),
    pointType: z.object({ code: z.string(), name: z.string() }),
    opening: z.int().meta({ description: "A balance is what is available and pending less what is owed." }),
    earned: z.int(),
    returned: z.int().meta({ description: "Taken back for returned goods." }),
    spent: z.int(),
    expired: z.int(),
    received: z.int().meta({ description: "From other members and pools." }),
    sent: z.int().meta({ description: "To other members and pools." }),
    adjusted: z.int().meta({ description: "Credited less debited, with corrections." }),
    closing: z.int(),
    pending: z.int().meta({ description: "Part of the closing balance that was not usable yet." }),
    owed: z.int().meta({ description: "What was owed, by which the closing balance is lower." }),
    madeAt: z.iso.datetime(),
  })
  .meta({ id: "Statement" });

export const listStatements = contract({
  method: "GET",
  path: "/api/v1/members/{id}/statements",
  summary: "List a member's monthly statements, the latest first",
  description:
    "One for each month and point type that moved or was there. They are made when the month is over and never " +
    "change; every movement is on exactly one.",
  tag: "Wallets",
  permission: "wallet:read",
  actors: ["apiKey", "user", "member"],
  params: z.object({ id: typeId("mem") }),
  query: statementQuery,
  response: pageOf(statement),
  errors: { 404: "The program has no such member." },
});

export const statementContracts = [listStatements];
