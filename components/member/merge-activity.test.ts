import { describe, expect, it } from "vitest";
import type { ActivityEntry } from "@/lib/wallet/schema";
import { withFirstPage, withNextPage } from "./merge-activity";

const entry = (causeId: string): ActivityEntry => ({
  causeId,
  type: "custom",
  isEvent: true,
  isReversed: false,
  occurredAt: "2026-11-22T09:00:00.000Z",
  postedAt: "2026-11-22T09:00:01.000Z",
  points: 1,
  balanceAfter: 1,
  reason: "",
  headline: { what: "", why: "" },
  explanation: [],
  notFired: [],
});
const page = (ids: string, nextCursor: string | null = null) => ({ items: [...ids].map(entry), nextCursor });
const idsOf = (list: { items: ActivityEntry[] }) => list.items.map((item) => item.causeId).join("");

describe("activity list", () => {
  it("puts what is new on top and keeps what was loaded below", () => {
    const list = withFirstPage(page("cdefgh", "after-h"), page("abcd", "after-d"));
    expect(idsOf(list)).toBe("abcdefgh");
    expect(list.nextCursor).toBe("after-h");
  });

  it("starts again where more is new than a page holds", () => {
    const list = withFirstPage(page("cdef", "after-f"), page("wxyz", "after-z"));
    expect(idsOf(list)).toBe("wxyz");
    expect(list.nextCursor).toBe("after-z");
  });

  it("fills an empty list", () => {
    expect(idsOf(withFirstPage(page(""), page("a")))).toBe("a");
  });

  it("shows nothing twice when pages overlap", () => {
    const list = withNextPage(page("abc", "after-c"), page("cde"));
    expect(idsOf(list)).toBe("abcde");
    expect(list.nextCursor).toBeNull();
  });
});
