import { expect, test } from "@playwright/test";
import { CLUB, signInMerchant } from "./support/people";

test("a marketer builds a campaign, launches it, changes it and pauses it", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  await signInMerchant(page);
  await page.goto(`/p/${CLUB}/campaigns/new`);
  await page.getByRole("button", { name: /Start from blank/ }).click();
  await page.waitForURL(/\/campaigns\/camp_/);

  const name = `Happy hour ${Date.now().toString(36)}`;
  await page.getByLabel("Name of the campaign").fill(name);
  await page.getByRole("button", { name: "Effect", exact: true }).click();
  await page.getByRole("option", { name: /Multiply points/ }).click();
  await page.getByRole("button", { name: "Condition", exact: true }).click();
  await page.getByRole("option", { name: /Days of the week/ }).click();
  await page.getByRole("button", { name: "Limit", exact: true }).click();
  await page.getByLabel("Points at most").fill("40");
  await expect(page.getByTestId("sentence")).toContainText("at most 40");

  // The draft saves itself: what was built is there after a reload.
  const breadcrumb = page.getByRole("navigation", { name: "Breadcrumb" });
  await expect(breadcrumb).toContainText("saved");
  await page.reload();
  await expect(page.getByLabel("Points at most")).toHaveValue("40");

  await page.getByRole("button", { name: "Launch", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Launch" }).click();
  await expect(breadcrumb).toContainText("Launched v1");

  await page.getByLabel("Points at most").fill("60");
  await page.getByRole("button", { name: "Launch changes" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Launch" }).click();
  await expect(breadcrumb).toContainText("Launched v2");

  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Pause" }).click();
  await expect(page.getByRole("button", { name: "Resume" })).toBeVisible();

  await page.goto(`/p/${CLUB}/campaigns?q=${encodeURIComponent(name)}`);
  await expect(page.getByRole("row").filter({ hasText: name })).toContainText("Paused");
});
