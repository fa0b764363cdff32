"use server";

import { merchantAction } from "@/lib/actions";
import { createApiKey, revokeApiKey } from "@/lib/api-keys";
import { apiKeyRef, newApiKey } from "@/lib/api-keys/schema";

export const createKey = merchantAction(newApiKey, "keys:manage", createApiKey);

export const revokeKey = merchantAction(apiKeyRef, "keys:manage", revokeApiKey);
