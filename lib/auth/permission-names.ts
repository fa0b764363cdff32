/** What can be allowed, with the words that the portal shows. API keys carry some of these as scopes. */
export const PERMISSIONS = {
  "events:write": "Send events",
  "events:read": "Read events and their decisions",
  "members:read": "Find and read members",
  "members:write": "Create and change members",
  "segments:write": "Keep segments and the members on them",
  "wallet:read": "Read wallets and activity",
  "points:spend": "Spend points and set them aside",
  "points:send": "Send points for members and run their pools",
  "points:reverse": "Reverse what moved points",
  "points:adjust": "Give and take points by hand or from a file",
  "adjustments:approve": "Approve large adjustments",
  "vouchers:use": "Take vouchers at the counter",
  "campaigns:read": "Read campaigns",
  "campaigns:write": "Create and edit campaigns",
  "campaigns:launch": "Launch, pause and end campaigns",
  "imports:write": "Import files",
  "deadletters:retry": "Retry events that failed",
  "ledger:read": "Read and verify the ledger",
  "webhooks:manage": "Look after webhook calls and their secret",
  "keys:manage": "Create and revoke API keys",
  "team:manage": "Invite people and change roles",
  "program:manage": "Change the program's settings",
  "audit:read": "Read the audit log",
} as const;

export type Permission = keyof typeof PERMISSIONS;
