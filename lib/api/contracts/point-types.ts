import { z } from "zod";
import {
  expiry,
  ledgerPolicy,
  ledgerPolicyChange,
  type PointTypeDto,
  pending,
  pointTypeChange,
  pointTypeInput,
  returnPolicy,
} from "@/lib/programs/schema";
import { contract } from "../contract";

const tag = "Program";
const note = "It holds for points that are earned from then on.";

const pointTypeResource = z
  .object({
    code: z.string(),
    name: z.string(),
    spendable: z.boolean(),
    expiry,
    pending,
    returnPolicy,
    valuePerThousandMinor: z.int().meta({
      description: "What a thousand of them cost the program, in minor units.",
    }),
  })
  .meta({ id: "PointType" });

export function toPointTypeResource({ pointTypeNo: _, ...dto }: PointTypeDto) {
  return dto;
}

export const listPointTypes = contract({
  method: "GET",
  path: "/api/v1/point-types",
  summary: "List the program's point types, the spendable one first",
  tag,
  permission: "wallet:read",
  actors: ["apiKey", "user"],
  response: z.object({ items: z.array(pointTypeResource) }),
});

export const createPointType = contract({
  method: "POST",
  path: "/api/v1/point-types",
  summary: "Add a point type",
  tag,
  permission: "program:manage",
  actors: ["user"],
  body: pointTypeInput,
  response: pointTypeResource,
  status: 201,
  errors: { 409: "The code is taken (`point_type_exists`)." },
});

export const changePointType = contract({
  method: "PATCH",
  path: "/api/v1/point-types/{code}",
  summary: "Change a point type",
  description: note,
  tag,
  permission: "program:manage",
  actors: ["user"],
  params: z.object({ code: z.string().max(40) }),
  body: pointTypeChange,
  response: pointTypeResource,
});

const policyResource = ledgerPolicy.meta({ id: "LedgerPolicy" });

export const getLedgerPolicy = contract({
  method: "GET",
  path: "/api/v1/ledger-policy",
  summary: "Read the program's limits on adjustments, holds, transfers and pools",
  tag,
  permission: "wallet:read",
  actors: ["apiKey", "user"],
  response: policyResource,
});

export const changeLedgerPolicy = contract({
  method: "PATCH",
  path: "/api/v1/ledger-policy",
  summary: "Change the program's limits",
  description: "What is not named stays; null lifts a limit.",
  tag,
  permission: "program:manage",
  actors: ["user"],
  body: ledgerPolicyChange,
  response: policyResource,
});

export const pointTypeContracts = [
  listPointTypes,
  createPointType,
  changePointType,
  getLedgerPolicy,
  changeLedgerPolicy,
];
