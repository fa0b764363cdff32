import { Badge } from "@/components/ui/badge";
import { CodeBlock, Mono } from "@/components/ui/code-block";
import { curlExample } from "@/lib/api/curl-example";
import type { JsonSchema } from "@/lib/api/json-schema";
import type { Operation } from "@/lib/api/openapi";
import { exampleOf } from "@/lib/api/schema-example";
import { MethodChip } from "./method-chip";
import { Inline, Prose } from "./prose";
import { SchemaView } from "./schema-view";

const CALLERS: Record<string, string> = {
  apiKey: "API key",
  portalSession: "portal user",
  memberSession: "member",
};

/** One operation: what it does, what it takes, what it answers, and a request to copy. */
export function OperationSection({
  method,
  path,
  operation,
  components,
}: {
  method: string;
  path: string;
  operation: Operation;
  components: Record<string, JsonSchema>;
}) {
  const { operationId, summary, description, parameters, requestBody, responses, security } = operation;
  const callers = security
    .flatMap((requirement) => Object.keys(requirement))
    .map((name) => CALLERS[name] ?? name);
  const body = requestBody?.content["application/json"]?.schema;
  const [status, answer] =
    Object.entries(responses).find(([, { content }]) => content?.["application/json"]) ?? [];
  const answered = answer?.content?.["application/json"]?.schema;
  return (
    <section id={operationId} aria-labelledby={`${operationId}-title`} className="scroll-mt-6 border-t py-8">
      <div className="grid gap-x-8 gap-y-5 xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <div className="min-w-0">
          <h3 id={`${operationId}-title`} className="text-lg">
            {summary}
          </h3>
          <p className="mt-1.5 flex flex-wrap items-center gap-2">
            <MethodChip method={method} />
            <Mono className="text-sm">{path}</Mono>
          </p>
          <p className="mt-2 flex flex-wrap items-center gap-1.5 text-ink-3 text-xs">
            <span>For</span>
            {callers.map((caller) => (
              <Badge key={caller}>{caller}</Badge>
            ))}
            <span>with</span>
            <Badge className="font-mono">{operation["x-permission"]}</Badge>
          </p>
          {description && (
            <div className="mt-3">
              <Prose text={description} />
            </div>
          )}
          {parameters.length > 0 && (
            <Part title="Parameters">
              <Parameters parameters={parameters} components={components} />
            </Part>
          )}
          {requestBody && (
            <Part title="Body">
              {body ? (
                <SchemaView schema={body} components={components} />
              ) : (
                <p className="text-ink-2 text-sm">
                  {requestBody.description} {Object.keys(requestBody.content).join(", ")}.
                </p>
              )}
            </Part>
          )}
          {answered && (
            <Part title={`Answer ${status}`}>
              <SchemaView schema={answered} components={components} />
            </Part>
          )}
          <Part title="Other answers">
            <Refusals responses={responses} except={status} />
          </Part>
        </div>
        <div className="flex min-w-0 flex-col gap-3 xl:sticky xl:top-6 xl:self-start">
          <CodeBlock label={`Request: ${summary}`} value={curlExample(method, path, operation, components)} />
          {answered && (
            <CodeBlock label={`Answer: ${summary}`} value={exampleOf(answered, components, true)} />
          )}
        </div>
      </div>
    </section>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="mt-5">
      <h4 className="mb-1.5 font-medium text-sm">{title}</h4>
      {children}
    </div>
  );
}

function Parameters({
  parameters,
  components,
}: {
  parameters: Operation["parameters"];
  components: Record<string, JsonSchema>;
}) {
  const schema: JsonSchema = {
    type: "object",
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(
      parameters.map(({ name, in: place, description, schema: own }) => [
        name,
        {
          ...own,
          description: [`In the ${place}.`, description ?? own.description].filter(Boolean).join(" "),
        },
      ]),
    ),
  };
  return <SchemaView schema={schema} components={components} />;
}

function Refusals({ responses, except }: { responses: Operation["responses"]; except: string | undefined }) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
      {Object.entries(responses)
        .filter(([code]) => code !== except)
        .map(([code, { description }]) => (
          <div key={code} className="col-span-2 grid grid-cols-subgrid">
            <dt className="font-mono text-ink-3">{code}</dt>
            <dd className="text-ink-2">
              <Inline text={description} />
            </dd>
          </div>
        ))}
    </dl>
  );
}
