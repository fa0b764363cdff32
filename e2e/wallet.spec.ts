import { expect, test } from "@playwright/test";
import { CLUB, joinClub } from "./support/people";

test.use({ viewport: { width: 390, height: 844 } });

test("a new member finds a card, an empty history that says what to do, and can change their details and their language", async ({
  page,
}) => {
  await joinClub(page, "Ravi Menon");
  const card = page.getByRole("region", { name: "Your card" });
  await expect(card).toContainText(/[A-Z]{2,4} \d{4} \d{4} \d{2}/);
  await card.getByRole("button", { name: "Show the code at the till" }).click();
  await expect(page.getByRole("dialog")).toContainText("Ravi Menon");
  await page.keyboard.press("Escape");

  await page.getByRole("link", { name: "Activity" }).click();
  await expect(page.getByRole("heading", { name: "Nothing here yet" })).toBeVisible();

  await page.getByRole("link", { name: "Profile" }).click();
  await page.getByLabel("Phone").fill("call me");
  await page.getByRole("button", { name: "Save details" }).click();
  await expect(page.getByText("Enter a phone number")).toBeVisible();
  await page.getByLabel("Phone").fill("+91 98 7654 3210");
  await page.getByRole("button", { name: "Save details" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.getByRole("switch", { name: /Offers chosen for me/ }).check();
  await page.getByLabel("Language").selectOption({ label: "العربية" });
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await page.getByLabel("اللغة").selectOption({ label: "Deutsch" });
  await expect(page.getByRole("heading", { level: 1, name: "Profil" })).toBeVisible();
  await expect(page.getByText("1.284")).toBeVisible();

  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "de-DE");
  await expect(page.getByLabel("Telefon")).toHaveValue("+91 98 7654 3210");
  await expect(page.getByRole("switch", { name: /Für mich ausgewählte Angebote/ })).toBeChecked();
});

test("the card is there without a connection, and gone after signing out", async ({ page, context }) => {
  await joinClub(page, "Ines Okafor");
  const keptCards = () =>
    page.evaluate(async () =>
      (await (await caches.open("tessera-cards")).keys()).map((request) => request.url),
    );
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(keptCards).toHaveLength(1);

  await context.setOffline(true);
  await page.goto(`/club/${CLUB}/activity`);
  await expect(page.getByRole("status")).toContainText("You are offline");
  await expect(page.getByRole("region", { name: "Code for the till" })).toContainText("Ines Okafor");
  // The kept page tries again by itself when the connection is back.
  await context.setOffline(false);
  await expect(page.getByRole("heading", { level: 1, name: "Activity" })).toBeVisible();

  await page.goto(`/club/${CLUB}/profile`);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(/\/sign-in/);
  await expect.poll(keptCards).toEqual([]);
});

test("the club can be installed", async ({ page, request }) => {
  await page.goto(`/club/${CLUB}/join`);
  const address = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = await (await request.get(address ?? "")).json();
  expect(manifest).toMatchObject({ display: "standalone", start_url: `/club/${CLUB}` });
  expect(manifest.theme_color).toMatch(/^#[0-9a-f]{6}$/);
  expect(manifest.icons.map(({ purpose }: { purpose: string }) => purpose)).toContain("maskable");
  expect(manifest.shortcuts.map(({ url }: { url: string }) => url)).toEqual(
    ["vouchers", "rewards", "activity"].map((page) => `/club/${CLUB}/${page}`),
  );
  for (const { src } of manifest.icons) {
    const icon = await request.get(src);
    expect(icon.headers()["content-type"]).toBe("image/png");
  }
});
