import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { purchase, shop } from "./support/api";
import { CLUB, createApiKey, joinClub, signInMerchant } from "./support/people";

const DAY_MS = 86_400_000;

/** The latest Monday that is over, around noon in Berlin. */
function lastMonday(): Date {
  const noon = new Date(new Date().toISOString().slice(0, 10).concat("T11:00:00Z"));
  const daysBack = ((noon.getUTCDay() + 6) % 7) + (noon.getUTCDay() === 1 ? 7 : 0);
  return new Date(noon.getTime() - daysBack * DAY_MS);
}

async function startBlank(page: Page, name: string): Promise<void> {
  await page.goto(`/p/${CLUB}/campaigns/new`);
  await page.getByRole("button", { name: /Start from blank/ }).click();
  await page.waitForURL(/\/campaigns\/camp_/);
  await page.getByLabel("Name of the campaign").fill(name);
}

/** Adds something from a menu that is searched by typing. */
async function add(page: Page, what: "Condition" | "Effect", words: string): Promise<void> {
  await page.getByRole("button", { name: what, exact: true }).last().click();
  await page.getByLabel(`Find ${what === "Effect" ? "an effect" : "a condition"}`).fill(words);
  await page.keyboard.press("Enter");
}

/** Journeys that come later earn what they always earn. */
async function endCampaign(page: Page): Promise<void> {
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "End campaign" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "End campaign" }).click();
  await expect(page.getByText("It gives nothing any more")).toBeVisible();
}

const sentence = (page: Page) => page.getByTestId("sentence");

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join("; ")}`),
  ).toEqual([]);
}

test("a newcomer doubles points on Mondays for those who bought coffee twice, and it is earned", async ({
  browser,
  request,
}) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  const page = await context.newPage();
  await signInMerchant(page);
  const till = shop(request, await createApiKey(page, `Builder ${Date.now()}`));
  const name = `Coffee Mondays ${Date.now().toString(36)}`;

  await startBlank(page, name);
  await add(page, "Effect", "double");
  await add(page, "Condition", "monday");
  await expect(page.getByRole("button", { name: "Monday" })).toHaveAttribute("aria-pressed", "true");
  await add(page, "Condition", "bought");
  await page.getByRole("button", { name: "only certain products" }).click();
  await page.getByRole("combobox", { name: "Add a category" }).fill("cof");
  await page.getByRole("option", { name: "Coffee", exact: true }).click();
  await page.getByRole("button", { name: "Limit", exact: true }).click();
  await page.getByLabel("Points at most").fill("200");
  for (const part of ["bought Coffee at least 2 times", "last 30 days", "double", "Mondays", "at most 200"]) {
    await expect(sentence(page)).toContainText(part);
  }

  // The example follows what is being built, until somebody changes it.
  const tried = page.getByRole("complementary", { name: "Try it" });
  await expect(tried.getByRole("listitem").filter({ hasText: name })).toContainText("12");
  await tried.getByLabel(/has had .*Coffee/).fill("1");
  await expect(tried.getByRole("listitem").filter({ hasText: name })).toContainText("0");
  await tried.getByRole("button", { name: "Fit to the campaign" }).click();
  await expect(tried.getByRole("listitem").filter({ hasText: name })).toContainText("12");
  await expectAccessible(page);

  await page.keyboard.press("Control+Enter");
  const question = page.getByRole("alertdialog");
  await expect(question).toContainText("All members");
  await expect(question).toContainText("not limited");
  await question.getByRole("button", { name: "Launch" }).click();
  await expect(page.getByRole("navigation", { name: "Breadcrumb" })).toContainText("Launched v1");
  await expect(page.getByText("Preparing history")).toBeHidden({ timeout: 60_000 });

  const phone = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const { email } = await joinClub(phone, `Mira ${Date.now().toString(36)}`);
  const memberId = await till.findMember(email);
  const monday = lastMonday();
  for (const daysBefore of [3, 2, 0]) {
    const occurredAt = new Date(monday.getTime() - daysBefore * DAY_MS).toISOString();
    const sale = { ...purchase(memberId, `monday-${daysBefore}-${memberId}`), occurredAt };
    expect((await till.send(sale)).status()).toBe(202);
  }
  await phone.getByRole("link", { name: "Activity" }).first().click();
  const latest = phone.getByRole("group").filter({ hasText: "Kollwitzstr." }).first();
  await expect(async () => {
    await phone.reload();
    await latest.locator("summary").click({ timeout: 2_000 });
    await expect(latest).toContainText(name, { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await endCampaign(page);
});

test("rules are moved, turned round, grouped, removed and brought back with the keyboard alone", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  await signInMerchant(page);
  await startBlank(page, `Keys ${Date.now().toString(36)}`);
  await page.keyboard.press("Tab");
  await page.keyboard.press("e");
  await page.keyboard.type("fixed");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Points", { exact: true })).toBeFocused();
  await page.keyboard.type("70");
  await expect(sentence(page)).toContainText("70");

  // A new rule has the focus in what must be filled in.
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("/");
  await page.keyboard.type("tier");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Value of the tier" })).toBeFocused();
  await page.keyboard.type("gold");
  await page.getByRole("button", { name: "Actions of this condition" }).press("Enter");
  await page.getByRole("menuitem", { name: "Put into a group" }).press("Enter");
  await page.getByLabel("How the group holds").selectOption("none");
  await expect(sentence(page)).toContainText(/unless|except|not/);
  await add(page, "Condition", "hours");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page.getByRole("region", { name: "If" }).getByLabel("From")).toBeFocused();

  await page.keyboard.press("Shift+Alt+Delete");
  await expect(page.getByLabel("From", { exact: true })).toBeHidden();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByLabel("From", { exact: true })).toBeVisible();

  // The group that is turned round is there again after a reload, to be edited.
  await expect(page.getByRole("navigation", { name: "Breadcrumb" })).toContainText("saved");
  await page.reload();
  await expect(page.getByLabel("How the group holds")).toHaveValue("none");
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keys of the builder" })).toBeVisible({ timeout: 1_000 });
  }).toPass();
});

test("what is wrong is said where it is, and a pasted campaign takes the place of the draft", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInMerchant(page);
  await startBlank(page, `Pasted ${Date.now().toString(36)}`);
  await expect(page.getByRole("button", { name: "Launch", exact: true })).toBeDisabled();
  await add(page, "Condition", "code");
  await page.getByRole("button", { name: /If.*at least one code/ }).click();
  await expect(page.getByLabel("Add a code")).toBeFocused();
  await expect(page.getByLabel("Add a code")).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);

  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: /JSON/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Definition").fill('{"name":"Broken","effects":[{"kind":"gift"}]}');
  await expect(dialog).toContainText("/effects/0/kind");
  await expect(dialog.getByRole("button", { name: "Use this" })).toBeDisabled();
  const pasted = {
    name: "Fifth coffee",
    trigger: { event: "purchase" },
    effects: [{ kind: "voucher", name: "Free coffee" }],
  };
  await dialog.getByLabel("Definition").fill(JSON.stringify(pasted));
  await dialog.getByRole("button", { name: "Use this" }).click();
  await expect(sentence(page)).toContainText("Free coffee");
  await page.getByRole("button", { name: /Try it/ }).click();
  await expect(page.getByRole("dialog", { name: "Try it" })).toContainText("Free coffee");
  await expectAccessible(page);
});

test("versions are compared in words", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  await signInMerchant(page);
  await startBlank(page, `Versions ${Date.now().toString(36)}`);
  await add(page, "Effect", "fixed");
  await page.getByLabel("Points", { exact: true }).fill("30");
  const launch = async (name: string) => {
    await page.getByRole("button", { name, exact: true }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Launch" }).click();
  };
  await launch("Launch");
  const breadcrumb = page.getByRole("navigation", { name: "Breadcrumb" });
  await expect(breadcrumb).toContainText("Launched v1");
  await page.getByLabel("Points", { exact: true }).fill("40");
  await add(page, "Condition", "monday");
  await launch("Launch changes");
  await expect(breadcrumb).toContainText("Launched v2");
  await endCampaign(page);
  await page.getByRole("link", { name: "Versions" }).click();
  await expect(page.getByRole("heading", { name: "What changed" })).toBeVisible();
  await expect(page.getByRole("deletion").filter({ hasText: "30" })).toBeVisible();
  await expect(page.getByRole("insertion").filter({ hasText: "Mondays" })).toBeVisible();
  await expect(page.getByRole("insertion").filter({ hasText: "40" })).toBeVisible();
  await expectAccessible(page);
});
