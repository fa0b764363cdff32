import { Braces } from "lucide-react";
import type { Metadata } from "next";
import { contracts } from "@/lib/api/contracts";
import { type Operation, openApiDocument } from "@/lib/api/openapi";
import { Introduction, TOPICS } from "./introduction";
import { MethodChip } from "./method-chip";
import { OperationSection } from "./operation-section";

export const metadata: Metadata = {
  title: "API reference",
  description: "Every operation of the Tessera API, made from the contracts that the routes are bound to.",
};

const document = openApiDocument(contracts);

type Entry = { method: string; path: string; operation: Operation };

const groups = document.tags.map(({ name }) => ({
  name,
  entries: Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]): Entry[] =>
      operation.tags.includes(name) ? [{ method, path, operation }] : [],
    ),
  ),
}));

const anchorOf = (tag: string) => `tag-${tag.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`;

export default function ApiReferencePage() {
  return (
    <div className="mx-auto grid w-full max-w-[92rem] gap-x-10 px-5 pb-20 sm:px-8 lg:grid-cols-[15rem_minmax(0,1fr)]">
      <Contents />
      <div className="min-w-0">
        <header className="pt-4 pb-8">
          <h1 className="text-[clamp(1.75rem,4vw,2.5rem)] leading-tight tracking-tight">API reference</h1>
          <p className="mt-2 max-w-prose text-pretty text-ink-2 text-md">
            Everything the portal and the wallet do goes through this API. The page is made from the contracts
            that the routes are bound to, so it says what they do.
          </p>
          <a
            href="/api/v1/openapi.json"
            className="mt-4 inline-flex items-center gap-2 rounded-sm font-medium text-accent-ink hover:underline"
          >
            <Braces className="size-4" aria-hidden="true" />
            OpenAPI 3.1 document
          </a>
        </header>
        <Introduction />
        {groups.map(({ name, entries }) => (
          <section key={name} id={anchorOf(name)} aria-label={name} className="scroll-mt-6">
            <h2 className="border-t pt-10 pb-6 text-2xl">{name}</h2>
            {entries.map(({ method, path, operation }) => (
              <OperationSection
                key={operation.operationId}
                method={method}
                path={path}
                operation={operation}
                components={document.components.schemas}
              />
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}

function Contents() {
  const link = "block rounded-sm py-1 text-ink-2 text-sm hover:text-ink";
  return (
    <nav
      aria-label="Contents"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a list longer than the screen scrolls from the keyboard
      tabIndex={0}
      className="top-0 hidden max-h-dvh self-start overflow-y-auto py-6 lg:sticky lg:block"
    >
      <ul>
        {[...TOPICS, { id: "errors", title: "Errors" }].map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} className={link}>
              {title}
            </a>
          </li>
        ))}
      </ul>
      {groups.map(({ name, entries }) => (
        <div key={name} className="mt-5">
          <a
            href={`#${anchorOf(name)}`}
            className="block rounded-sm py-1 font-medium text-ink-3 text-xs hover:text-ink"
          >
            {name}
          </a>
          <ul className="mt-1">
            {entries.map(({ method, operation }) => (
              <li key={operation.operationId}>
                <a href={`#${operation.operationId}`} className={`${link} flex items-baseline gap-2`}>
                  <MethodChip method={method} className="w-12 justify-center text-[0.625rem]" />
                  <span className="min-w-0">{operation.summary}</span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
