import { z } from "zod";
import { API_SCOPES } from "@/lib/auth/permissions";
import { typeId } from "@/lib/core/schema";

export const newApiKey = z.object({
  name: z.string().trim().min(1, "Name the system that will use the key.").max(80),
  scopes: z
    .array(z.enum(API_SCOPES))
    .min(1, "Choose at least one permission.")
    .transform((scopes) => [...new Set(scopes)].sort()),
});
export type NewApiKey = z.input<typeof newApiKey>;

export const apiKeyRef = z.object({ apiKeyId: typeId("key") });

/** A key as the portal lists it; its secret is kept nowhere. Instants are ISO 8601. */
export type ApiKeyDto = {
  apiKeyId: string;
  name: string;
  /** Last four characters of the key. */
  hint: string;
  scopes: string[];
  createdBy: string;
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
};

/** A new key with its text, which is shown this once. */
export type IssuedApiKey = { apiKeyId: string; name: string; text: string };
