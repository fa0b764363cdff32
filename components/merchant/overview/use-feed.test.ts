import { describe, expect, it } from "vitest";
import { FEED_LENGTH, type FeedItem } from "@/lib/live/schema";
import { mergeFeed } from "./use-feed";

const item = (id: string, delta = 1): FeedItem => ({
  id,
  eventId: null,
  memberId: "mem_1",
  memberName: "Amira Haddad",
  delta,
  balance: 10,
  at: "2026-11-22T10:00:00.000Z",
  reason: "Base rate",
});

describe("the feed", () => {
  it("puts newer movements on top and shows one that comes twice once", () => {
    const merged = mergeFeed([item("c"), item("b")], [item("b"), item("a")]);
    expect(merged.map(({ id }) => id)).toEqual(["c", "b", "a"]);
  });

  it("keeps a bounded number of them, the newest", () => {
    const many = Array.from({ length: FEED_LENGTH + 5 }, (_, index) => item(`e${index}`));
    const merged = mergeFeed(many, [item("old")]);
    expect(merged).toHaveLength(FEED_LENGTH);
    expect(merged[0]?.id).toBe("e0");
  });
});
