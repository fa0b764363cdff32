import { expect, it } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { problemResponse } from "./problem";

it.each([
  [new NotFound("campaign"), 404, "not_found"],
  [new Error("timeout exceeded when trying to connect"), 503, "unavailable"],
  [new Error("the password is 1234"), 500, "internal"],
])("answers %s with its status, its code, and nothing else of what it says", async (error, status, code) => {
  const response = problemResponse(error, "req_1", "/api/v1/members");
  expect(response.status).toBe(status);
  const body = await response.json();
  expect(body).toMatchObject({ status, code, requestId: "req_1", instance: "/api/v1/members" });
  expect(JSON.stringify(body)).not.toContain(error.message);
});
