import type { Effect } from "@/lib/campaigns/schema";

/** An effect of one kind to edit. Its place is that of the surrounding part. */
export type EffectEditorProps<K extends Effect["kind"]> = {
  effect: Extract<Effect, { kind: K }>;
  onChange: (next: Effect) => void;
};
