import { expect, type Page, test } from "@playwright/test";
import { purchase, shop } from "./support/api";
import { CLUB, createApiKey, joinClub, signInMerchant, signInTo } from "./support/people";

const SIZES = {
  "on a phone": { width: 390, height: 844 },
  "at a desk": { width: 1440, height: 900 },
} as const;

/** Opens a reward in the member's wallet and redeems it. */
async function redeem(wallet: Page, reward: string): Promise<void> {
  await wallet.goto(`/club/${CLUB}/rewards`);
  await wallet.getByRole("link", { name: reward }).click();
  await expect(wallet.getByRole("heading", { level: 1, name: reward })).toBeVisible();
  await wallet.getByRole("button", { name: "Redeem", exact: true }).click();
  await wallet
    .getByRole("dialog")
    .getByRole("button", { name: /^Redeem for/ })
    .click();
}

for (const [where, viewport] of Object.entries(SIZES)) {
  test(`a member joins, earns, redeems, is served by a partner and at the counter, and returns, ${where}`, async ({
    browser,
    request,
  }) => {
    test.setTimeout(120_000);
    const portal = await (await browser.newContext({ viewport: SIZES["at a desk"] })).newPage();
    await signInMerchant(portal);
    const key = await createApiKey(portal, `Shop ${where} ${Date.now()}`);
    const till = shop(request, key);

    const wallet = await (await browser.newContext({ viewport })).newPage();
    const name = `Ines ${Date.now().toString(36)}`;
    const { email } = await joinClub(wallet, name);
    const memberId = await till.findMember(email);
    const gold = await request.patch(`/api/v1/members/${memberId}`, {
      headers: { authorization: `Bearer ${key}` },
      data: { tier: "gold" },
    });
    expect(gold.status()).toBe(200);
    // An expensive machine: enough points for all that follows.
    const machine = {
      ...purchase(memberId, `machine-${memberId}`),
      lines: [{ name: "Espresso machine", category: "Machines", quantity: 1, amountMinor: 200_000 }],
    };
    expect((await till.send(machine)).status()).toBe(202);
    const card = wallet.getByRole("region", { name: "Your card" });
    await expect(card.getByRole("status")).toContainText("Kollwitzstr.");

    await redeem(wallet, "Latte art class");
    await wallet.getByRole("link", { name: "See how it goes on" }).click();
    await expect(wallet.getByText("Ordered", { exact: true }).first()).toBeVisible();
    const order = wallet.url().split("/").at(-1) ?? "";

    const partner = await (await browser.newContext({ viewport: SIZES["at a desk"] })).newPage();
    await signInTo(partner, "lea@alpineroasters.example", /\/partner\//);
    await partner.goto(`/partner/${CLUB}/orders/${order}`);
    await expect(partner.getByRole("heading", { level: 1 })).toContainText("Latte art class");
    await partner.getByRole("button", { name: "Mark as fulfilled…" }).click();
    await partner.getByRole("dialog").getByLabel("A word for the member").fill("Saturday at ten");
    await partner.getByRole("dialog").getByRole("button", { name: "It is fulfilled" }).click();
    await expect(partner.getByText("Fulfilled", { exact: true }).first()).toBeVisible();
    await wallet.reload();
    await expect(wallet.getByText("Saturday at ten")).toBeVisible();

    await redeem(wallet, "A coffee of your choice");
    await wallet.getByRole("link", { name: "Show the voucher" }).click();
    const code =
      (await wallet.getByRole("region", { name: "Code" }).locator("bdi").last().textContent()) ?? "";
    expect(code).not.toBe("");

    const counter = await (await browser.newContext({ viewport: SIZES["on a phone"] })).newPage();
    await signInTo(counter, "theo@beanandcrumb.example", /\/counter$/);
    const find = async (text: string) => {
      await counter.getByLabel("Card, name, e-mail or voucher").fill(text);
      await counter.getByRole("button", { name: "Find" }).click();
    };
    await find(code);
    const voucher = counter.getByRole("region", { name: "Voucher" });
    await expect(voucher).toContainText("Valid");
    await voucher.getByRole("button", { name: "Use it now" }).click();
    await expect(voucher).toContainText("Taken");
    await counter.getByRole("button", { name: "Next customer" }).click();
    await find(code);
    await expect(voucher).toContainText("Used already");

    // What was spent of the points is owed once the machine comes back.
    const back = await till.send({
      type: "return",
      id: `back-${memberId}`,
      purchaseId: machine.id,
      member: { id: memberId },
      occurredAt: new Date().toISOString(),
    });
    expect(back.status()).toBe(202);
    await wallet.goto(`/club/${CLUB}/activity`);
    await expect(async () => {
      await wallet.reload();
      await expect(wallet.getByText(/return/i).first()).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await wallet.goto(`/club/${CLUB}`);
    await expect(card).toContainText("0");
  });
}

test("a cashier earns for a member by the card, takes it back, and redeems what is within reach", async ({
  page,
}) => {
  await page.setViewportSize(SIZES["on a phone"]);
  await signInTo(page, "theo@beanandcrumb.example", /\/counter$/);
  await page.getByLabel("Card, name, e-mail or voucher").fill("amira@example.com");
  await page.getByRole("button", { name: "Find" }).click();
  const member = page.getByRole("region", { name: "Member" });
  await expect(member.getByRole("heading", { name: "Amira Haddad" })).toBeVisible();
  await member.getByRole("button", { name: "Earn", exact: true }).click();
  for (const digit of ["1", "2", "00"]) {
    await page.getByRole("dialog").getByRole("button", { name: digit, exact: true }).click();
  }
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Earn for/ })
    .click();
  await expect(member.getByText("A point for every euro")).toBeVisible();
  await member.getByRole("button", { name: "Take it back" }).click();
  await expect(member.getByText("The purchase is taken back.")).toBeVisible();
  await member.getByRole("button", { name: "Redeem", exact: true }).click();
  await expect(
    page.getByRole("dialog").getByRole("button", { name: /A coffee of your choice/ }),
  ).toBeVisible();
});
