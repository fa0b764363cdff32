import "server-only";

export { createApiKey } from "./create-api-key";
export { listApiKeys } from "./queries";
export { revokeApiKey } from "./revoke-api-key";
export type { ApiKeyDto, IssuedApiKey, NewApiKey } from "./schema";
