import { present } from "@/lib/core/assert";

/** What a document has under a code that one of its changes is about. */
export function wanted<Item extends { code: string }>(items: readonly Item[], code: string): Item {
  return present(
    items.find((item) => item.code === code),
    "the document has what it adds or changes",
  );
}

/** The same of what has keys. */
export function named<Item extends { key: string }>(items: readonly Item[] | undefined, key: string): Item {
  return present(
    items?.find((item) => item.key === key),
    "the document has what it adds or changes",
  );
}
