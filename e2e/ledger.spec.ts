import { expect, type Page, test } from "@playwright/test";
import { CLUB, joinClub, signInMerchant } from "./support/people";

/** Opens a member's page in the portal, found by e-mail. */
async function openMember(page: Page, email: string): Promise<void> {
  await page.goto(`/p/${CLUB}/members?q=${encodeURIComponent(email)}`);
  await page.getByRole("table").getByRole("link").first().click();
  await expect(page.getByRole("button", { name: "Adjust points…" })).toBeVisible();
}

async function givePoints(page: Page, points: number, reason: string): Promise<void> {
  await page.getByRole("button", { name: "Adjust points…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Points", { exact: true }).fill(String(points));
  await dialog.getByLabel("Reason").fill(reason);
  await dialog.getByRole("button", { name: /Give points|Ask for approval/ }).click();
  await expect(dialog).toBeHidden();
}

test("points are given, set aside, spent in part and given back, and the member reads why", async ({
  browser,
}) => {
  const phone = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const { email } = await joinClub(phone, "Tomas Lindgren");
  const portal = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await signInMerchant(portal);
  await openMember(portal, email);
  await givePoints(portal, 300, "Welcome back");

  await portal.getByRole("button", { name: "Use points" }).click();
  await portal.getByRole("menuitem", { name: "Set points aside…" }).click();
  const setAside = portal.getByRole("dialog");
  await setAside.getByLabel("Beans").fill("120");
  await setAside.getByLabel("What for").fill("Coffee grinder");
  await setAside.getByRole("button", { name: "Set aside", exact: true }).click();
  await expect(setAside).toBeHidden();

  await portal.getByRole("button", { name: "Spend…" }).click();
  const capture = portal.getByRole("dialog");
  await capture.getByLabel(/How many of 120/).fill("100");
  await capture.getByRole("button", { name: /Spend 100/ }).click();
  await expect(capture).toBeHidden();

  const spent = portal.getByRole("listitem").filter({ hasText: "Spent · Coffee grinder" }).first();
  await spent.locator("summary").click();
  await spent.getByRole("button", { name: "Reverse…" }).click();
  const reverse = portal.getByRole("dialog");
  await reverse.getByLabel(/Reason|Why/).fill("Rung up twice");
  await reverse.getByRole("button", { name: "Reverse", exact: true }).click();
  await expect(reverse).toBeHidden();
  await expect(portal.getByText("Reversed: a redemption · Rung up twice")).toBeVisible();

  await phone.goto(`/club/${CLUB}`);
  await expect(phone.getByRole("region", { name: "Your card" })).toContainText("300");
  await phone.goto(`/club/${CLUB}/activity`);
  for (const line of ["Welcome back", "Coffee grinder", "Rung up twice"]) {
    await expect(phone.getByText(line).first()).toBeVisible();
  }
});

test("a large adjustment waits for a second person and can be withdrawn", async ({ page, browser }) => {
  const phone = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const { email } = await joinClub(phone, "Greta Falk");
  await signInMerchant(page);
  await openMember(page, email);
  await givePoints(page, 5_000, "Competition prize");
  await page.goto(`/p/${CLUB}/approvals`);
  const request = page.getByRole("listitem").filter({ hasText: "Greta Falk" });
  await expect(request).toContainText("+5,000");
  await expect(request.getByRole("button", { name: "Approve" })).toHaveCount(0);
  await request.getByRole("button", { name: "Withdraw" }).click();
  await page
    .getByRole("dialog")
    .or(page.getByRole("alertdialog"))
    .getByRole("button", { name: "Withdraw" })
    .click();
  await expect(request).toHaveCount(0);
  await phone.reload();
  await expect(phone.getByRole("region", { name: "Your card" })).toContainText("0");
});

test("a member sends points to another, who has them at once", async ({ browser }) => {
  const sender = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const recipient = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const from = await joinClub(sender, "Ida Berg");
  const to = await joinClub(recipient, "Emil Novak");
  const portal = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await signInMerchant(portal);
  await openMember(portal, from.email);
  await givePoints(portal, 80, "For a good idea");

  await sender.goto(`/club/${CLUB}/send`);
  await sender.getByLabel("To").fill(to.email);
  await sender.getByLabel("Beans").fill("30");
  await sender.getByLabel("Message").fill("For the croissant");
  await sender.getByRole("button", { name: "Continue" }).click();
  // Whose e-mail it is shows as far as one may see.
  await expect(sender.getByRole("region", { name: "Is this right?" })).not.toContainText("Emil Novak");
  await sender.getByRole("button", { name: /Send 30/ }).click();
  await expect(sender.getByRole("status").filter({ hasText: "30" })).toContainText("50");

  await recipient.goto(`/club/${CLUB}/activity`);
  await expect(recipient.getByText("For the croissant").first()).toBeVisible();
  await recipient.goto(`/club/${CLUB}`);
  await expect(recipient.getByRole("region", { name: "Your card" })).toContainText("30");
});

test("the ledger is verified from the portal and is sound", async ({ page }) => {
  await signInMerchant(page);
  await page.goto(`/p/${CLUB}/ledger`);
  await page.getByRole("button", { name: "Verify the ledger" }).click();
  await expect(page.getByText(/sound/i).first()).toBeVisible({ timeout: 45_000 });
  await page.goto(`/p/${CLUB}/ledger/days`);
  await expect(page.getByRole("row").nth(1)).toContainText("Closed");
});
