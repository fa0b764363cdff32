"use client";

import { CircleAlert } from "lucide-react";
import { createContext, type ReactNode, useContext } from "react";
import type { Problem } from "./use-draft";

const ProblemsContext = createContext<readonly Problem[]>([]);

export function ProblemsProvider({
  problems,
  children,
}: {
  problems: readonly Problem[];
  children: ReactNode;
}) {
  return <ProblemsContext value={problems}>{children}</ProblemsContext>;
}

/**
 * What is still wrong with one part of the definition, beside it.
 * @param at JSON pointer of the part; `within` counts what lies inside it too
 */
export function Problems({ at, within = true }: { at: string; within?: boolean }) {
  const own = useContext(ProblemsContext).filter(
    ({ pointer }) => pointer === at || (within && pointer.startsWith(`${at}/`)),
  );
  if (own.length === 0) return null;
  return (
    <ul className="mt-1.5 flex flex-col gap-0.5">
      {own.map(({ pointer, detail }) => (
        <li key={`${pointer} ${detail}`} className="flex items-start gap-1.5 text-bad-ink text-sm">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-3.5" />
          {detail}
        </li>
      ))}
    </ul>
  );
}

const SECTIONS: Record<string, { id: string; title: string }> = {
  trigger: { id: "when", title: "When" },
  audience: { id: "who", title: "Who" },
  condition: { id: "if", title: "If" },
  effects: { id: "then", title: "Then" },
  limits: { id: "limits", title: "Limits" },
  schedule: { id: "runs", title: "Runs" },
};

/** How many things are left to finish, with links to where they are. */
export function ProblemSummary() {
  const problems = useContext(ProblemsContext);
  if (problems.length === 0) return null;
  const parts = new Set(problems.map(({ pointer }) => pointer.split("/")[1] ?? ""));
  const links = [...parts].flatMap((part) => SECTIONS[part] ?? []);
  return (
    <p role="status" className="mt-4 flex flex-wrap items-center gap-x-2 gap-y-1 text-bad-ink">
      <CircleAlert aria-hidden="true" className="size-4" />
      {problems.length === 1 ? "One thing is" : `${problems.length} things are`} left before this can be
      launched
      {parts.has("name") && <span>: give it a name</span>}
      {links.map(({ id, title }) => (
        <a key={id} href={`#${id}`} className="font-medium underline">
          {title}
        </a>
      ))}
    </p>
  );
}
