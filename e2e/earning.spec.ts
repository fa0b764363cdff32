import { expect, test } from "@playwright/test";
import { purchase, shop } from "./support/api";
import { CLUB, createApiKey, joinClub, signInMerchant } from "./support/people";

test("a member joins, buys, and sees the points at once, with the reason", async ({ browser, request }) => {
  const portal = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await signInMerchant(portal);
  const till = shop(request, await createApiKey(portal, `Till ${Date.now()}`));
  await portal.goto(`/p/${CLUB}`);
  await expect(portal.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();

  const phone = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const name = `Noor ${Date.now().toString(36)}`;
  const { email } = await joinClub(phone, name);
  const card = phone.getByRole("region", { name: "Your card" });
  await expect(card).toContainText("0");

  const memberId = await till.findMember(email);
  const event = purchase(memberId, `sale-${memberId}`);
  expect((await till.send(event)).status()).toBe(202);

  // Neither page is reloaded: the points arrive by themselves.
  await expect(card.getByRole("status")).toContainText("Kollwitzstr.");
  await expect(portal.getByRole("list", { name: "Latest postings" })).toContainText(name);

  await phone.getByRole("link", { name: "Activity" }).first().click();
  const line = phone.getByRole("group").filter({ hasText: "Kollwitzstr." }).first();
  await line.locator("summary").click();
  await expect(line).toContainText("12.00");
  await expect(line).toContainText("per €1.00");

  // Sending it again changes nothing; the same id with other content is refused.
  const again = await till.send(event);
  expect(again.status()).toBe(200);
  const other = await till.send({ ...event, store: "Elsewhere" });
  expect(other.status()).toBe(409);
});

test("a merchant finds a member and sees why they have their points", async ({ page }) => {
  await signInMerchant(page);
  await page.goto(`/p/${CLUB}/members`);
  await page.getByRole("searchbox").first().fill("amira");
  await page.getByRole("searchbox").first().press("Enter");
  await page.getByRole("link", { name: /Amira/ }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Amira");
  await expect(page.getByText("Available").first()).toBeVisible();
});

test("an event that failed is shown with its error and can be retried", async ({ page }) => {
  await signInMerchant(page);
  await page.goto(`/p/${CLUB}/events?status=dead`);
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  await page.getByRole("row").nth(1).getByRole("link").first().click();
  await expect(page.getByText(/purchase/i).first()).toBeVisible();
  await expect(page.getByRole("button", { name: /retry/i }).first()).toBeVisible();
});
