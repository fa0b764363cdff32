import { expect, type Page, test } from "@playwright/test";
import { CLUB, demo, enterWithCode, joinClub, signInMerchant } from "./support/people";

async function fill(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
}

test("a page behind the sign-in is opened after it", async ({ page }) => {
  await page.goto(`/p/${CLUB}/members?q=amira`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  const { email, password } = demo().merchant;
  await fill(page, email, "not the password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("E-mail or password is wrong.")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  await fill(page, email, password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(`/p/${CLUB}/members?q=amira`);
});

test("joining with a known address ends like joining with a new one, and opens the card that is there", async ({
  page,
}) => {
  const { email } = await joinClub(page, "Nia New");
  await page.context().clearCookies();
  await page.goto(`/club/${CLUB}/join`);
  await page.getByLabel("Name").fill("Somebody Else");
  await page.getByLabel("E-mail", { exact: true }).fill(email);
  await page.getByRole("checkbox", { name: /I agree/ }).check();
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your mail");
  await expect(page.getByText(email)).toBeVisible();

  await page.getByLabel("Code from the mail").fill("12345");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("Enter the six digits from the mail.")).toBeVisible();
  await enterWithCode(page, email);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Nia");
});

test("an invited colleague gets in without JavaScript, and out at once when removed", async ({
  page,
  browser,
}) => {
  await signInMerchant(page);
  await page.goto(`/p/${CLUB}/settings/team`);
  await page.getByRole("button", { name: "Invite" }).click();
  const dialog = page.getByRole("dialog");
  const email = `${Math.random().toString(36).slice(2)}@example.com`;
  await dialog.getByLabel("E-mail").fill(email);
  await dialog.getByRole("button", { name: "Invite" }).click();
  const link = await page.getByText(/\/invite\/[\w-]{43}$/).textContent();
  await page.getByRole("button", { name: "Done" }).click();

  const context = await browser.newContext({ javaScriptEnabled: false });
  const colleague = await context.newPage();
  await colleague.goto(link ?? "");
  await colleague.getByLabel("Your name").fill("Ola Invited");
  await colleague.getByLabel("Password", { exact: true }).fill("seven warm stones");
  await colleague.getByRole("button", { name: "Join the team" }).click();
  await expect(colleague).toHaveURL(new RegExp(`/p/${CLUB}`));

  await page.reload();
  await page.getByRole("button", { name: "Actions for Ola Invited" }).click();
  await page.getByRole("menuitem", { name: "Remove from team" }).click();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page.getByText("Ola Invited is no longer in the team", { exact: true })).toBeVisible();
  const response = await colleague.reload();
  expect(response?.status()).toBe(404);
  await context.close();
});
