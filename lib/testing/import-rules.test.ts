import { execFile } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";

const require = createRequire(import.meta.url);
const CONFIG = resolve(".dependency-cruiser.cjs");
const CLI = resolve("node_modules/dependency-cruiser/bin/dependency-cruise.mjs");

/** For each rule of .dependency-cruiser.cjs a file, and an import that the rule must refuse in it. */
const VIOLATIONS: Record<string, [file: string, imports: string]> = {
  "kernel-direction-core": ["lib/core/money.ts", "@/lib/config/env"],
  "kernel-direction-config": ["lib/config/settings.ts", "@/lib/db"],
  "kernel-direction-i18n": ["lib/i18n/translate.ts", "@/lib/db"],
  "kernel-direction-storage": ["lib/storage/index.ts", "@/lib/db"],
  "kernel-direction-db": ["lib/db/who.ts", "@/lib/auth/actor"],
  "kernel-direction-cache": ["lib/cache/session.ts", "@/lib/auth/actor"],
  "kernel-direction-auth": ["lib/auth/log.ts", "@/lib/audit"],
  "kernel-direction-audit": ["lib/audit/send.ts", "@/lib/outbox"],
  "kernel-direction-outbox": ["lib/outbox/wrap.ts", "@/lib/write"],
  "kernel-direction-write": ["lib/write/member.ts", "@/lib/members"],
  "domain-neighbours-adjustments": ["lib/adjustments/a.ts", "@/lib/analytics"],
  "domain-neighbours-analytics": ["lib/analytics/a.ts", "@/lib/wallet"],
  "domain-neighbours-api-keys": ["lib/api-keys/a.ts", "@/lib/wallet"],
  "domain-neighbours-benefits": ["lib/benefits/a.ts", "@/lib/wallet"],
  "domain-neighbours-campaign-groups": ["lib/campaign-groups/a.ts", "@/lib/wallet"],
  "domain-neighbours-campaigns": ["lib/campaigns/a.ts", "@/lib/wallet"],
  "domain-neighbours-consents": ["lib/consents/a.ts", "@/lib/wallet"],
  "domain-neighbours-credits": ["lib/credits/a.ts", "@/lib/wallet"],
  "domain-neighbours-day-runs": ["lib/day-runs/a.ts", "@/lib/wallet"],
  "domain-neighbours-email-codes": ["lib/email-codes/a.ts", "@/lib/wallet"],
  "domain-neighbours-devices": ["lib/devices/a.ts", "@/lib/wallet"],
  "domain-neighbours-events": ["lib/events/a.ts", "@/lib/wallet"],
  "domain-neighbours-history": ["lib/history/a.ts", "@/lib/wallet"],
  "domain-neighbours-identity": ["lib/identity/a.ts", "@/lib/wallet"],
  "domain-neighbours-images": ["lib/images/a.ts", "@/lib/programs"],
  "domain-neighbours-imports": ["lib/imports/a.ts", "@/lib/wallet"],
  "domain-neighbours-live": ["lib/live/a.ts", "@/lib/members"],
  "domain-neighbours-mail": ["lib/mail/a.ts", "@/lib/members"],
  "domain-neighbours-members": ["lib/members/a.ts", "@/lib/wallet"],
  "domain-neighbours-occasions": ["lib/occasions/a.ts", "@/lib/members"],
  "domain-neighbours-payments": ["lib/payments/a.ts", "@/lib/wallet"],
  "domain-neighbours-pools": ["lib/pools/a.ts", "@/lib/analytics"],
  "domain-neighbours-privacy": ["lib/privacy/a.ts", "@/lib/analytics"],
  "domain-neighbours-program-code": ["lib/program-code/a.ts", "@/lib/wallet"],
  "domain-neighbours-programs": ["lib/programs/a.ts", "@/lib/wallet"],
  "domain-neighbours-partners": ["lib/partners/a.ts", "@/lib/wallet"],
  "domain-neighbours-redemptions": ["lib/redemptions/a.ts", "@/lib/analytics"],
  "domain-neighbours-referrals": ["lib/referrals/a.ts", "@/lib/wallet"],
  "domain-neighbours-rewards": ["lib/rewards/a.ts", "@/lib/wallet"],
  "domain-neighbours-push": ["lib/push/a.ts", "@/lib/analytics"],
  "domain-neighbours-segments": ["lib/segments/a.ts", "@/lib/wallet"],
  "domain-neighbours-simulations": ["lib/simulations/a.ts", "@/lib/analytics"],
  "domain-neighbours-sponsors": ["lib/sponsors/a.ts", "@/lib/wallet"],
  "domain-neighbours-statements": ["lib/statements/a.ts", "@/lib/wallet"],
  "domain-neighbours-tiers": ["lib/tiers/a.ts", "@/lib/wallet"],
  "domain-neighbours-transfers": ["lib/transfers/a.ts", "@/lib/analytics"],
  "domain-neighbours-verifications": ["lib/verifications/a.ts", "@/lib/analytics"],
  "domain-neighbours-wallet": ["lib/wallet/a.ts", "@/lib/analytics"],
  "domain-neighbours-webhooks": ["lib/webhooks/a.ts", "@/lib/wallet"],
  "domains-below-flows": ["lib/members/flow.ts", "@/lib/flows/redeem"],
  "flows-below-doors": ["lib/flows/redeem/door.ts", "@/lib/api/route"],
  "doors-below-app": ["lib/api/page.ts", "@/app/page"],
  "domains-through-index": ["app/members/page.tsx", "@/lib/members/sql"],
  "flows-through-index": ["app/redeem/page.tsx", "@/lib/flows/redeem/sql"],
  "components-stay-in-the-browser": ["components/member/card.tsx", "@/lib/members"],
  "ui-knows-no-domain": ["components/ui/button.tsx", "@/lib/members/schema"],
  "core-is-plain": ["lib/core/page.ts", "next"],
  "prisma-stays-in-db": ["lib/wallet/driver.ts", "pg"],
  "tests-stay-in-tests": ["lib/wallet/fixture.ts", "@/lib/testing/fixtures"],
  "no-circles": ["lib/core/circle-back.ts", "./circle"],
};

/** What the violations import, and imports that are fine: through the index, downwards, between components. */
const ALLOWED: Record<string, string[]> = {
  "lib/core/errors.ts": [],
  "lib/core/circle.ts": ["./circle-back"],
  "lib/config/env.ts": ["@/lib/core/errors"],
  "lib/db/index.ts": ["@/lib/config/env", "pg"],
  "lib/auth/actor.ts": ["@/lib/db"],
  "lib/audit/index.ts": ["@/lib/auth/actor"],
  "lib/outbox/index.ts": ["@/lib/auth/actor"],
  "lib/write/index.ts": ["@/lib/outbox"],
  "lib/programs/index.ts": ["@/lib/db"],
  "lib/members/index.ts": ["./sql", "@/lib/programs", "@/lib/write"],
  "lib/members/sql.ts": [],
  "lib/members/schema.ts": [],
  "lib/members/register.db.test.ts": ["./sql", "@/lib/testing/fixtures"],
  "lib/wallet/index.ts": ["@/lib/members"],
  "lib/analytics/index.ts": [],
  "lib/flows/redeem/index.ts": ["./sql", "@/lib/wallet"],
  "lib/flows/redeem/sql.ts": [],
  "lib/api/route.ts": ["@/lib/flows/redeem"],
  "lib/testing/fixtures.ts": ["@/lib/members"],
  "components/ui/icon.tsx": ["@/lib/core/errors"],
  "components/merchant/list.tsx": ["@/components/ui/icon", "@/lib/members/schema"],
  "app/page.tsx": ["@/components/merchant/list", "@/lib/flows/redeem", "@/lib/members", "next"],
  "node_modules/next/index.js": [],
  "node_modules/pg/index.js": [],
};

const report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

let root: string;
let found: { rule: string; file: string }[];

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), "tessera-imports-")));
  const files = Object.entries(ALLOWED);
  for (const [file, imports] of Object.values(VIOLATIONS)) files.push([file, [imports]]);
  for (const [file, imports] of files) {
    const path = join(root, file);
    await mkdir(dirname(path), { recursive: true });
    const jsx = file.endsWith(".tsx")
      ? "\nexport const element = <Generic<string> key='jsx'>text</Generic>;"
      : "";
    await writeFile(
      path,
      `${imports.map((name) => `import type {} from "${name}";`).join("\n")}\nexport {};${jsx}\n`,
    );
    if (file.startsWith("node_modules/")) {
      await writeFile(
        join(dirname(path), "package.json"),
        JSON.stringify({ name: file.split("/")[1], version: "1.0.0" }),
      );
    }
  }
  await writeFile(
    join(root, "package.json"),
    JSON.stringify({ dependencies: { next: "1.0.0", pg: "1.0.0" } }),
  );
  const args = [CLI, "--config", CONFIG, "--output-type", "json", "app", "components", "lib"];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: root,
    maxBuffer: 2 ** 26,
  }).catch(
    // The exit code counts the violations.
    (error: { stdout: string }) => error,
  );
  found = report
    .parse(JSON.parse(stdout))
    .summary.violations.map(({ from, rule }) => ({ rule: rule.name, file: from }));
}, 30_000);

afterAll(() => rm(root, { recursive: true, force: true }));

describe("import rules", () => {
  it("each have an import here that breaks them", () => {
    const config = require(CONFIG) as { forbidden: { name: string }[] };
    expect(Object.keys(VIOLATIONS).sort()).toEqual(config.forbidden.map(({ name }) => name).sort());
  });

  it.each(Object.entries(VIOLATIONS))("%s refuses what it is there for", (rule, [file]) => {
    expect(found).toContainEqual({ rule, file });
  });

  it("refuse nothing that is allowed", () => {
    expect(found.filter(({ file }) => file in ALLOWED)).toEqual([]);
  });
});
