import type { Leaf } from "./groups";

/** A condition of one kind to edit; it may become one of another kind. Its place is that of the surrounding part. */
export type ConditionEditorProps<K extends Leaf["kind"]> = {
  condition: Extract<Leaf, { kind: K }>;
  onChange: (next: Leaf) => void;
};
