import { type Browser, expect, type Page, test } from "@playwright/test";
import { CLUB, signInMerchant } from "./support/people";

/** Somebody who writes campaigns, freshly invited by the owner. */
async function inviteMarketer(owner: Page, browser: Browser, name: string): Promise<Page> {
  await owner.goto(`/p/${CLUB}/settings/team`);
  await owner.getByRole("button", { name: "Invite" }).click();
  const dialog = owner.getByRole("dialog");
  await dialog.getByLabel("E-mail").fill(`${Math.random().toString(36).slice(2)}@example.com`);
  await dialog.getByRole("button", { name: "Invite" }).click();
  const link = await owner.getByText(/\/invite\/[\w-]{43}$/).textContent();
  const marketer = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  await marketer.goto(link ?? "");
  await marketer.getByLabel("Your name").fill(name);
  await marketer.getByLabel("Password", { exact: true }).fill("seven warm stones");
  await marketer.getByRole("button", { name: "Join the team" }).click();
  await expect(marketer).toHaveURL(new RegExp(`/p/${CLUB}`));
  return marketer;
}

async function setApproval(owner: Page, required: boolean): Promise<void> {
  await owner.goto(`/p/${CLUB}/settings/campaigns`);
  const toggle = owner.getByRole("switch", { name: /A second person launches campaigns/ });
  if ((await toggle.isChecked()) !== required) await toggle.click();
  await expect(toggle).toBeChecked({ checked: required });
}

// The other journeys launch on their own.
test.afterEach(({ page: owner }) => setApproval(owner, false));

test("a campaign goes to a second person, comes back with a comment, and is approved", async ({
  page: owner,
  browser,
}) => {
  test.setTimeout(120_000);
  await owner.setViewportSize({ width: 1440, height: 1000 });
  await signInMerchant(owner);
  const author = `Ola ${Date.now().toString(36)}`;
  const marketer = await inviteMarketer(owner, browser, author);
  await setApproval(owner, true);

  await marketer.goto(`/p/${CLUB}/campaigns/new`);
  await marketer.getByRole("button", { name: /Start from blank/ }).click();
  await marketer.waitForURL(/\/campaigns\/camp_/);
  const address = new URL(marketer.url()).pathname;
  await marketer.getByRole("button", { name: "Effect", exact: true }).click();
  await marketer.getByLabel("Find an effect").fill("fixed");
  await marketer.keyboard.press("Enter");
  const submit = async () => {
    await marketer.getByRole("button", { name: "Submit for review" }).click();
    const question = marketer.getByRole("alertdialog");
    await expect(question).toContainText("Everyone gets");
    await question.getByRole("button", { name: "Submit" }).click();
  };
  await submit();
  await expect(marketer.getByText(/You submitted it/)).toBeVisible();
  await expect(marketer.getByLabel("Points", { exact: true })).toBeDisabled();
  await expect(marketer.getByRole("button", { name: "Take back" })).toBeVisible();
  await expect(marketer.getByRole("button", { name: /Launch|Approve/ })).toHaveCount(0);

  await owner.goto(address);
  await expect(owner.getByText(`${author} submitted it`)).toBeVisible();
  await owner.getByRole("button", { name: "Send back" }).click();
  const question = owner.getByRole("alertdialog");
  await question.getByLabel("Comment").fill("Half as many, please");
  await question.getByRole("button", { name: "Send back" }).click();
  await expect(owner.locator("#main").getByText("“Half as many, please”")).toBeVisible();

  await marketer.reload();
  await expect(marketer.locator("#main").getByText("“Half as many, please”")).toBeVisible();
  await marketer.getByLabel("Points", { exact: true }).fill("25");
  await submit();
  await expect(marketer.getByText(/You submitted it/)).toBeVisible();

  await owner.goto(address);
  await owner.getByRole("button", { name: "Approve and launch" }).click();
  await expect(owner.getByRole("alertdialog")).toContainText("25");
  await owner.getByRole("alertdialog").getByRole("button", { name: "Launch" }).click();
  await expect(owner.getByRole("navigation", { name: "Breadcrumb" })).toContainText("Launched v1");
  await owner.getByRole("button", { name: "More actions" }).click();
  await owner.getByRole("menuitem", { name: "End campaign" }).click();
  await owner.getByRole("alertdialog").getByRole("button", { name: "End campaign" }).click();
  await expect(owner.getByText("It gives nothing any more")).toBeVisible();
});
