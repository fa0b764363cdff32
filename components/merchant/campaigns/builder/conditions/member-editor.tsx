"use client";

import type { ConditionEditorProps } from "./editor-props";
import { MemberTestEditor } from "./member-test-editor";

/** Something that the member must have when the event happens. */
export function MemberEditor({ condition, onChange }: ConditionEditorProps<"member">) {
  return <MemberTestEditor value={condition} onChange={(test) => onChange({ ...test, kind: "member" })} />;
}
