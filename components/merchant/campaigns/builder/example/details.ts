import type { Example } from "./example";

/** Something of the example that is only shown where it matters. */
export type Detail = {
  key: "tier" | "segments" | "tags" | "birthday" | "channel" | "device" | "codes";
  name: string;
  type?: "text" | "date";
  placeholder: string;
  of: "member" | "event";
};

export const DETAILS: readonly Detail[] = [
  { key: "tier", name: "Tier", placeholder: "gold", of: "member" },
  { key: "segments", name: "Segments", placeholder: "vip, early-bird", of: "member" },
  { key: "tags", name: "Tags", placeholder: "vegan", of: "member" },
  { key: "birthday", name: "Born", type: "date", placeholder: "", of: "member" },
  { key: "channel", name: "Channel", placeholder: "app", of: "event" },
  { key: "device", name: "Device", placeholder: "kiosk", of: "event" },
  { key: "codes", name: "Code", placeholder: "WINTER26", of: "event" },
];

const split = (text: string) =>
  text
    .split(",")
    .map((part) => part.trimStart())
    .filter((part, place, all) => part !== "" || place === all.length - 1);

/** The detail as it is typed, empty where there is none; several values stand with commas between them. */
export function readDetail(example: Partial<Example>, key: Detail["key"]): string {
  const value = example[key] ?? "";
  return typeof value === "string" ? value : value.join(", ");
}

/** What typing a detail makes of the example; nothing typed is no value. */
export function writeDetail(key: Detail["key"], text: string): Partial<Example> {
  if (key === "segments" || key === "tags" || key === "codes")
    return { [key]: text === "" ? [] : split(text) };
  return { [key]: text };
}
