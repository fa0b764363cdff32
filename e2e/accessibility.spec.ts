import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { CLUB, signInMember, signInMerchant, signInTo } from "./support/people";

const open = [
  "/",
  "/sign-in",
  `/club/${CLUB}/about`,
  `/club/${CLUB}/sign-in`,
  `/club/${CLUB}/join`,
  "/no-such-page",
];
const portal = [
  "",
  "/counter",
  "/campaigns",
  "/campaigns/new",
  "/members",
  "/rewards",
  "/rewards/new",
  "/rewards/categories",
  "/rewards/code-pools",
  "/rewards/redemptions",
  "/partners",
  "/segments",
  "/events",
  "/events?status=dead",
  "/imports",
  "/imports/new",
  "/credits",
  "/credits/new",
  "/approvals",
  "/approvals?state=all",
  "/pools",
  "/ledger",
  "/ledger/days",
  "/settings/points",
  "/settings/tiers",
  "/settings/brand",
  "/settings/referrals",
  "/developers/keys",
  "/developers/webhooks",
  "/developers/mail",
  "/settings/team",
].map((path) => `/p/${CLUB}${path}`);
const wallet = [
  "",
  "/activity",
  "/rewards",
  "/orders",
  "/invite",
  "/vouchers",
  "/messages",
  "/profile",
  "/send",
  "/send/blocked",
  "/pools",
  "/statements",
].map((path) => `/club/${CLUB}${path}`);

const partners = ["", "/orders", "/rewards", "/code-pools", "/statement", "/company"].map(
  (path) => `/partner/${CLUB}${path}`,
);

const looks = [
  { name: "desktop, light", viewport: { width: 1440, height: 900 }, colorScheme: "light" },
  { name: "phone, dark", viewport: { width: 390, height: 844 }, colorScheme: "dark" },
] as const;

/** @param repeated what only repeats the page's other parts, over and over */
async function expectAccessible(page: Page, path: string, repeated: string[] = []): Promise<void> {
  await page.goto(path);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  const axe = new AxeBuilder({ page }).withTags([
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
  ]);
  const { violations } = await repeated.reduce((all, part) => all.exclude(part), axe).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join("; ")}`,
  );
  expect.soft(found, path).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
}

for (const { name, viewport, colorScheme } of looks) {
  test.describe(name, () => {
    test.use({ viewport, colorScheme, contextOptions: { reducedMotion: "reduce" } });
    test.setTimeout(180_000);

    test("open pages", async ({ page }) => {
      for (const path of open) await expectAccessible(page, path);
      // Hundreds of operations, all drawn alike: one group of them stands for the others.
      await expectAccessible(page, "/docs/api", ["section[aria-label] ~ section[aria-label]"]);
    });

    test("portal", async ({ page }) => {
      await signInMerchant(page);
      for (const path of portal) await expectAccessible(page, path);
      for (const list of ["campaigns", "members", "rewards", "partners", "events", "pools"]) {
        await page.goto(`/p/${CLUB}/${list}`);
        const first = page.locator("table a, main li a").first();
        const href = await first.getAttribute("href");
        expect(href, `${list} lead somewhere`).toBeTruthy();
        await expectAccessible(page, href ?? "");
      }
    });

    test("wallet", async ({ page }) => {
      await signInMember(page);
      for (const path of wallet) await expectAccessible(page, path);
      await page.goto(`/club/${CLUB}/rewards`);
      const reward = await page.locator("main article a").first().getAttribute("href");
      await expectAccessible(page, reward ?? "");
    });

    test("partners’ portal", async ({ page }) => {
      await signInTo(page, "lea@alpineroasters.example", /\/partner\//);
      for (const path of partners) await expectAccessible(page, path);
      await page.context().clearCookies();
      await signInTo(page, "ole@muehlenord.example", /\/partner\//);
      await expectAccessible(page, `/partner/${CLUB}/campaigns`);
    });
  });
}
