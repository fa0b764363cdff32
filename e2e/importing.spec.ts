import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { CLUB, signInMerchant } from "./support/people";

/** Three baskets, their lines apart from each other, and one line that cannot be read. */
function salesFile(unique: string): Buffer {
  const rows = [
    "basket_id,customer_id,sold_at,total,category",
    `${unique}-1,${unique}-anna,2026-11-02 10:00:00,4.20,Coffee`,
    `${unique}-2,${unique}-ben,2026-11-02 11:00:00,7.80,Bakery`,
    `${unique}-1,${unique}-anna,2026-11-02 10:00:00,3.60,Bakery`,
    `${unique}-3,${unique}-anna,2026-11-03 09:30:00,not a price,Coffee`,
    `${unique}-4,${unique}-ben,2026-11-03 09:45:00,2.00,Coffee`,
  ];
  return gzipSync(`${rows.join("\n")}\n`);
}

test("a marketer imports a file and reads what could not go in", async ({ page }) => {
  await signInMerchant(page);
  const unique = Date.now().toString(36);
  await page.goto(`/p/${CLUB}/imports/new`);
  await page.locator('input[type="file"]').setInputFiles({
    name: "sales.csv.gz",
    mimeType: "application/gzip",
    buffer: salesFile(unique),
  });
  await page.waitForURL(/\/imports\/imp_/);
  await expect(page.getByText(`${unique}-1`).first()).toBeVisible();
  await page.getByLabel(/create.*members|members.*create/i).check();
  await page.getByRole("button", { name: /start/i }).click();
  await expect(page.getByText(/done|finished|complete/i).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("not a price").first()).toBeVisible();
});
