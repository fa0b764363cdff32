"use client";

import { CircleAlert } from "lucide-react";
import { createContext, type ReactNode, useContext } from "react";
import { useFocusRequest } from "./focus";
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
 * What is still wrong with one part of the definition.
 * @param at JSON pointer of the part; `within` counts what lies inside it too
 */
export function useProblems(at: string, within: boolean): Problem[] {
  return useContext(ProblemsContext).filter(
    ({ pointer }) => pointer === at || (within && pointer.startsWith(`${at}/`)),
  );
}

/** Id of the words about what is wrong with a part. The row that the part stands in shows them. */
export function problemsId(at: string): string {
  return `problem${at.replaceAll("/", "-")}`;
}

/** The same in words, beside the part. */
export function Problems({ at, within = true }: { at: string; within?: boolean }) {
  const own = useProblems(at, within);
  if (own.length === 0) return null;
  return (
    <ul className="mt-1.5 flex flex-col gap-0.5">
      {own.map(({ pointer, detail }) => (
        <li
          key={`${pointer} ${detail}`}
          id={problemsId(pointer)}
          className="flex items-start gap-1.5 text-bad-ink text-sm"
        >
          <CircleAlert aria-hidden="true" className="mt-0.5 size-3.5" />
          {detail}
        </li>
      ))}
    </ul>
  );
}

const PARTS: Record<string, string> = {
  name: "Name",
  trigger: "When",
  audience: "Who",
  condition: "If",
  effects: "Then",
  limits: "Limits",
  stacking: "Together",
  control: "Who",
  funding: "Paid by",
  terms: "Terms",
  schedule: "Runs",
};

/** What is left to finish; each item leads to its place. */
export function ProblemSummary() {
  const problems = useContext(ProblemsContext);
  const { focusAt } = useFocusRequest();
  if (problems.length === 0) return null;
  return (
    <section
      aria-label="What is left to finish"
      className="mt-5 max-w-4xl rounded-md border bg-surface px-3.5 py-2.5"
    >
      <p role="status" className="flex items-center gap-2 font-medium">
        <CircleAlert aria-hidden="true" className="size-4 text-bad-ink" />
        {problems.length === 1 ? "One thing is" : `${problems.length} things are`} left before this can run
      </p>
      <ul className="mt-1 flex flex-col">
        {problems.map(({ pointer, detail }) => (
          <li key={`${pointer} ${detail}`}>
            <button
              type="button"
              onClick={() => focusAt(pointer)}
              className="flex min-h-6 w-full items-baseline gap-2 rounded-sm text-start text-sm hover:underline"
            >
              <span className="w-16 shrink-0 text-ink-2">{PARTS[pointer.split("/")[1] ?? ""]}</span>
              <span>{detail}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
