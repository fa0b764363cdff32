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

export async function signInMember(page: Page): Promise<void> {
  await page.goto(`/club/${CLUB}/sign-in`);
  await fillSignIn(page, demo().member);
  await page.waitForURL(new RegExp(`/club/${CLUB}$`));
}

/** Joins the club as somebody new and ends on the wallet's first page. */
export async function joinClub(page: Page, name: string): Promise<{ email: string; password: string }> {
  const unique = Math.random().toString(36).slice(2, 10);
  const joined = { email: `${unique}@example.com`, password: `pass ${unique} word` };
  await page.goto(`/club/${CLUB}/join`);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail").fill(joined.email);
  await page.getByLabel("Password", { exact: true }).fill(joined.password);
  await page.getByRole("checkbox", { name: /I agree/ }).check();
  await page.getByRole("button", { name: "Join" }).click();
  await page.waitForURL(/\/sign-in/);
  await fillSignIn(page, joined);
  await page.waitForURL(new RegExp(`/club/${CLUB}$`));
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name.split(" ")[0] ?? name);
  return joined;
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
