import { expect, it } from "vitest";
import { readProgramOptions } from "./program-options";
import { Sentence } from "./sentence";

it("reads what is to be done with which program", () => {
  expect(readProgramOptions(["export", "bean"])).toEqual({ command: "export", slug: "bean" });
  expect(readProgramOptions(["plan", "bean", "bean.json"])).toEqual({
    command: "plan",
    slug: "bean",
    from: { file: "bean.json" },
  });
  expect(readProgramOptions(["apply", "bean", "--from", "bean-sandbox"])).toEqual({
    command: "apply",
    slug: "bean",
    from: { slug: "bean-sandbox" },
  });
  expect(readProgramOptions([])).toBeNull();
  expect(readProgramOptions(["--help"])).toBeNull();
});

it.each([
  [["export"]],
  [["destroy", "bean"]],
  [["plan", "bean"]],
  [["apply", "bean", "bean.json", "--from", "sandbox"]],
  [["apply", "bean", "bean.json", "more"]],
  [["export", "bean", "--forth"]],
])("refuses %j", (args) => {
  expect(() => readProgramOptions(args)).toThrow(Sentence);
});
