import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { E2E_DATA_DIR } from "./address";

const person = z.object({ email: z.string(), password: z.string() });
const demoFile = z.object({ merchant: person, member: person });

export const CLUB = "bean-and-crumb";

/** The demo's sign-ins, as `npm start` prints them. */
export function demo() {
  return demoFile.parse(JSON.parse(readFileSync(join(E2E_DATA_DIR, "demo.json"), "utf8")));
}

async function fillSignIn(
  page: Page,
  { email, password }: { email: string; password: string },
): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

export async function signInMerchant(page: Page): Promise<void> {
  await page.goto("/sign-in");
  await fillSignIn(page, demo().merchant);
  await page.waitForURL(/\/p\//);
}

/** Signs somebody else of the demo in, who has the team's password, and waits for where they land. */
export async function signInTo(page: Page, email: string, landing: RegExp): Promise<void> {
  await page.goto("/sign-in");
  await fillSignIn(page, { email, password: demo().merchant.password });
  await page.waitForURL(landing);
}

export async function signInMember(page: Page): Promise<void> {
  await page.goto(`/club/${CLUB}/sign-in`);
  await fillSignIn(page, demo().member);
  await page.waitForURL(new RegExp(`/club/${CLUB}$`));
}

/**
 * Joins the club as somebody new, by the code from the mail that is kept for the portal, and ends on the wallet's first
 * page.
 */
export async function joinClub(page: Page, name: string): Promise<{ email: string }> {
  const email = `${Math.random().toString(36).slice(2, 10)}@example.com`;
  await page.goto(`/club/${CLUB}/join`);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail", { exact: true }).fill(email);
  await page.getByRole("checkbox", { name: /I agree/ }).check();
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await enterWithCode(page, email);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name.split(" ")[0] ?? name);
  return { email };
}

/** Types the code that was sent to an address, on the page that asks for it: it lets in without another press. */
export async function enterWithCode(page: Page, email: string): Promise<void> {
  await page.waitForURL(/\/code\?id=/);
  await page.getByLabel("Code from the mail").fill(await mailedCode(page, email));
  await page.waitForURL(new RegExp(`/club/${CLUB}$`));
}

const mails = z.object({ items: z.array(z.object({ text: z.string() })) });

/** The code of the latest mail to an address, as the portal shows it where there is no mail server. */
async function mailedCode(page: Page, email: string): Promise<string> {
  const browser = page.context().browser();
  if (browser === null) throw new Error("the page has no browser");
  const context = await browser.newContext();
  try {
    await signInMerchant(await context.newPage());
    const answer = await context.request.get(`/api/v1/mails?limit=1&to=${encodeURIComponent(email)}`, {
      headers: { "tessera-program": CLUB },
    });
    const [mail] = mails.parse(await answer.json()).items;
    const code = /^\d{6}$/m.exec(mail?.text ?? "")?.[0];
    if (code === undefined) throw new Error(`no code was sent to ${email}`);
    return code;
  } finally {
    await context.close();
  }
}

/** Creates an API key in the portal and returns it: it is shown this once. */
export async function createApiKey(page: Page, name: string): Promise<string> {
  await page.goto(`/p/${CLUB}/developers/keys`);
  await page.getByRole("button", { name: "New key" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  for (const box of await dialog.getByRole("checkbox").all()) await box.check();
  await dialog.getByRole("button", { name: "Create key" }).click();
  const key = (await dialog.getByTestId("api-key").textContent()) ?? "";
  await dialog.getByRole("button", { name: "I have stored it" }).click();
  await expect(page.getByRole("row").filter({ hasText: name })).toBeVisible();
  return key;
}
