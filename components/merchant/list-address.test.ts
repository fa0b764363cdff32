import { describe, expect, it } from "vitest";
import { listAddress } from "./list-address";

describe("the address of a list", () => {
  it("changes a filter and starts at the first page", () => {
    expect(listAddress("/p/club/events", { status: "dead", cursor: "abc" }, { type: "return" })).toBe(
      "/p/club/events?status=dead&type=return",
    );
  });

  it("keeps the filters when it turns the page", () => {
    expect(listAddress("/p/club/events", { q: "till 1" }, { cursor: "abc" })).toBe(
      "/p/club/events?q=till+1&cursor=abc",
    );
  });

  it("leaves out what is taken off", () => {
    expect(listAddress("/p/club/events", { q: "x" }, { q: undefined })).toBe("/p/club/events");
  });
});
