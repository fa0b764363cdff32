import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { DEBIAN_CHROMIUM } from "./support/browser";

/**
 * Makes the README's pictures from a running product with demo data:
 *   npm run screenshots            (http://localhost:3000, data/)
 */
const address = process.argv[2] ?? "http://localhost:3000";
const dataDirectory = process.argv[3] ?? "data";
const CLUB = "bean-and-crumb";
type Person = { email: string; password: string };
const demo = JSON.parse(readFileSync(join(dataDirectory, "demo.json"), "utf8")) as {
  merchant: Person;
  member: Person;
};

const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const browser = await chromium.launch({
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  ...(existsSync(DEBIAN_CHROMIUM) ? { executablePath: DEBIAN_CHROMIUM } : {}),
});

async function openAs(person: Person, signIn: string, viewport: typeof desktop): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: 2,
    locale: "en-GB",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.goto(`${address}${signIn}`);
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
  return page;
}

/** Live pages never fall silent, so what is waited for is the heading, the live feed's stream and the fonts. */
async function shoot(page: Page, path: string, name: string): Promise<void> {
  await page.goto(`${address}${path}`);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.getByText("connecting", { exact: true }).waitFor({ state: "hidden" });
  await page.evaluate(() => document.fonts.ready);
  // In development, without the framework's own badge.
  await page.screenshot({ path: `docs/images/${name}.png`, style: "nextjs-portal { display: none }" });
}

const portal = await openAs(demo.merchant, "/sign-in", desktop);
await shoot(portal, `/p/${CLUB}`, "overview");
await portal.goto(`${address}/p/${CLUB}/campaigns`);
const campaign = await portal
  .getByRole("link", { name: /coffee/i })
  .first()
  .getAttribute("href");
await shoot(portal, campaign ?? `/p/${CLUB}/campaigns`, "campaign");
await portal.goto(`${address}/p/${CLUB}/members?q=amira`);
const member = await portal.getByRole("link", { name: /Amira/ }).first().getAttribute("href");
await shoot(portal, member ?? `/p/${CLUB}/members`, "member");
const wallet = await openAs(demo.member, `/club/${CLUB}/sign-in`, phone);
await shoot(wallet, `/club/${CLUB}`, "wallet");
await browser.close();
