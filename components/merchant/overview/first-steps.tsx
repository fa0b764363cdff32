import { ButtonLink } from "@/components/ui/button-link";
import { CodeBlock } from "@/components/ui/code-block";
import { Mosaic } from "@/components/ui/mosaic";

type Program = { programId: string; slug: string; name: string; currency: string; brandHue: number | null };

const exampleRequest = (currency: string) => `curl -X POST "$TESSERA/api/v1/events?wait=true" \\
  -H "Authorization: Bearer $TESSERA_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{ "type": "purchase", "id": "till-1-0001",
        "member": { "externalId": "C-1001" },
        "occurredAt": "2026-11-22T10:15:00+01:00",
        "currency": "${currency}", "amountMinor": 1250 }'`;

/** What a program shows before it has members: the three steps to its first points. */
export function FirstSteps({ program }: { program: Program }) {
  const home = `/p/${program.slug}`;
  return (
    <section aria-labelledby="first-steps" className="overflow-hidden rounded-lg border bg-surface">
      <div className="flex items-center gap-4 px-6 pt-6 pb-5">
        <Mosaic id={program.programId} hue={program.brandHue} size={56} className="rounded-lg" />
        <div>
          <h2 id="first-steps" className="text-lg">
            Three steps to the first points
          </h2>
          <p className="text-ink-2">
            Members, a campaign, an event. Figures appear here as soon as points do.
          </p>
        </div>
      </div>
      <ol className="divide-y border-t">
        <Step
          number={1}
          title="Bring your members"
          text="Import a file of past purchases: its members are created with it. Or let people join at the club's own page."
        >
          <ButtonLink href={`${home}/imports`}>Import a file</ButtonLink>
          <ButtonLink href={`/club/${program.slug}/join`} variant="ghost">
            Open the join page
          </ButtonLink>
        </Step>
        <Step
          number={2}
          title="Say what earns points"
          text={`A campaign reads as a sentence: “Members get 1 point per 1 ${program.currency} on every purchase.”`}
        >
          <ButtonLink href={`${home}/campaigns`}>Create a campaign</ButtonLink>
        </Step>
        <Step
          number={3}
          title="Send an event"
          text="Your till, shop or app reports each purchase. The answer says what it earned and why."
        >
          <ButtonLink href={`${home}/developers/keys`}>Create an API key</ButtonLink>
          <ButtonLink href="/docs/api" variant="ghost">
            API reference
          </ButtonLink>
          <CodeBlock
            label="Example request"
            value={exampleRequest(program.currency)}
            className="mt-3 w-full"
          />
        </Step>
      </ol>
    </section>
  );
}

function Step({
  number,
  title,
  text,
  children,
}: {
  number: number;
  title: string;
  text: string;
  children: React.ReactNode;
}) {
  return (
    <li className="flex gap-4 px-6 py-5">
      <span
        aria-hidden="true"
        className="flex size-6 shrink-0 items-center justify-center rounded-sm bg-accent-soft font-semibold text-accent-ink text-sm"
      >
        {number}
      </span>
      <div className="min-w-0 flex-1">
        <h3 className="text-md">{title}</h3>
        <p className="mt-0.5 max-w-2xl text-ink-2">{text}</p>
        <div className="mt-3 flex flex-wrap gap-2">{children}</div>
      </div>
    </li>
  );
}
