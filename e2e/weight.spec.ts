import { gzipSync } from "node:zlib";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { CLUB, signInMember } from "./support/people";

/**
 * Kilobytes of script, compressed, that a page of a club may ask a phone for when it opens: what it takes, and a little
 * room. A library that slips in, or a part of the portal, is more than that: look for what imports it.
 */
const OPEN_PAGES = { "/about": 143, "/join": 160, "/sign-in": 148, "/sign-in/code": 160 };
const WALLET = {
  "": 148,
  "/rewards": 148,
  "/activity": 161,
  "/vouchers": 147,
  "/orders": 146,
  "/send": 163,
  "/send/blocked": 162,
  "/pools": 161,
  "/statements": 146,
  "/invite": 159,
  "/messages": 146,
  "/profile": 197,
};

/** The size of each script, so that what pages share is looked at once. */
const known = new Map<string, number>();

/** Bytes of the scripts that a page names, each as gzip. */
async function scriptBytes(request: APIRequestContext, path: string): Promise<number> {
  const html = await (await request.get(path)).text();
  const tags = [...html.matchAll(/<script [^>]*src="([^"]+)"[^>]*>/g)];
  // Browsers that know modules leave these out.
  const addresses = new Set(tags.filter(([tag]) => !/nomodule/i.test(tag)).map(([, address]) => address));
  let sum = 0;
  for (const address of addresses) sum += await sizeOf(request, address ?? "");
  return sum;
}

async function sizeOf(request: APIRequestContext, address: string): Promise<number> {
  const size = known.get(address) ?? gzipSync(await (await request.get(address)).body()).length;
  known.set(address, size);
  return size;
}

async function expectLight(request: APIRequestContext, pages: Record<string, number>): Promise<void> {
  for (const [path, limit] of Object.entries(pages)) {
    const kilobytes = (await scriptBytes(request, `/club/${CLUB}${path}`)) / 1024;
    // Less than any page can do with would mean that nothing was found.
    expect.soft(kilobytes, `${path} names its scripts`).toBeGreaterThan(100);
    expect.soft(kilobytes, `scripts of ${path}`).toBeLessThan(limit);
  }
}

test("no page of a club asks a phone for more script than it takes", async ({ page }) => {
  await expectLight(page.request, OPEN_PAGES);
  await signInMember(page);
  await expectLight(page.request, WALLET);
});
