import { describe, expect, it } from "vitest";
import type { VoucherCheck, VoucherVerdict } from "@/lib/benefits/schema";
import { verdictAt } from "./voucher-words";

const check = (verdict: VoucherVerdict, stores: string[] = []): VoucherCheck => ({
  verdict,
  voucher: {
    voucherId: "01a20450-49eb-75d4-a342-f3ea9ab8ba00",
    memberId: "01a20450-49eb-75d4-a342-f3ea9ab8ba01",
    campaignId: null,
    redemptionId: null,
    code: "CAKE-1",
    name: "Cake for two",
    costMinor: 0,
    valueMinor: null,
    stores,
    state: verdict === "valid" || verdict === "wrong_store" ? "issued" : verdict,
    issuedAt: "2026-11-20T10:00:00.000Z",
    expiresOn: null,
    closedAt: null,
    reference: null,
    usedIn: null,
  },
});

describe("a voucher at the counter", () => {
  it("of every store is valid wherever the device stands", () => {
    expect(verdictAt(check("valid"), "")).toBe("valid");
    expect(verdictAt(check("valid"), "Hauptbahnhof")).toBe("valid");
  });

  it("of certain stores waits until somebody says which store this is", () => {
    expect(verdictAt(check("valid", ["Hauptbahnhof"]), "")).toBe("which_store");
    expect(verdictAt(check("valid", ["Hauptbahnhof"]), "Hauptbahnhof")).toBe("valid");
    expect(verdictAt(check("valid", ["Hauptbahnhof"]), "Kollwitzstr.")).toBe("wrong_store");
    // The store was changed after the voucher was looked up.
    expect(verdictAt(check("wrong_store", ["Hauptbahnhof"]), "Hauptbahnhof")).toBe("valid");
  });

  it("that is over stays so in every store", () => {
    for (const verdict of ["used", "expired", "withdrawn"] as const) {
      expect(verdictAt(check(verdict, ["Hauptbahnhof"]), "")).toBe(verdict);
    }
  });
});
