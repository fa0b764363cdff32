import { CodeBlock } from "@/components/ui/code-block";
import { Inline } from "./prose";

const PROBLEM_EXAMPLE = {
  type: "urn:tessera:problem:invalid",
  title: "The body does not fit.",
  status: 422,
  code: "invalid",
  instance: "/api/v1/events",
  requestId: "req_01h455vb4pex5vsknk084sn02q",
  errors: [{ pointer: "/amountMinor", code: "too_small", detail: "An amount is never negative." }],
};

export const TOPICS = [
  {
    id: "authentication",
    title: "Authentication",
    text: "Servers send an API key: `Authorization: Bearer tsk_…`. A key belongs to one program and carries scopes; make it in the portal under Developers, where it is shown once. The portal calls the same API with its session and the program's slug in `Tessera-Program`; the wallet calls it with the member's session. Another program's things look as if they did not exist.",
  },
  {
    id: "idempotency",
    title: "Repeating safely",
    text: "Send an `Idempotency-Key` with a write and you can repeat it: for 24 hours the same key gives the same answer, and the same key with another request is refused with 409. Events need none, for their own ids do the same: an id that came before is a duplicate and posts nothing.",
  },
  {
    id: "pagination",
    title: "Pages",
    text: "Lists answer `items` and `nextCursor`. Send it back as `cursor` for the next page; null means that there is none. Cursors stay valid while the list changes. `limit` is 1 to 100.",
  },
  {
    id: "values",
    title: "Values",
    text: "Ids are TypeIDs such as `mem_…` and `evt_…`. Money and points are integers, money in the currency's minor unit: 12.50 € is 1250. Times are ISO 8601 with an offset; days are `YYYY-MM-DD` in the program's time zone.",
  },
  {
    id: "limits",
    title: "Rate limits",
    text: "Every answer says in `RateLimit` and `RateLimit-Policy` how many requests are left and until when. Beyond that the answer is 429 with `Retry-After`. Events travel best in batches of hundreds.",
  },
] as const;

/** What holds for every operation. */
export function Introduction() {
  return (
    <>
      {TOPICS.map(({ id, title, text }) => (
        <section key={id} id={id} className="scroll-mt-6 border-t py-6">
          <h2 className="text-lg">{title}</h2>
          <p className="mt-1.5 max-w-prose text-pretty text-ink-2">
            <Inline text={text} />
          </p>
        </section>
      ))}
      <section id="errors" className="scroll-mt-6 border-t py-6">
        <h2 className="text-lg">Errors</h2>
        <div className="mt-1.5 grid gap-x-8 gap-y-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
          <p className="max-w-prose text-pretty text-ink-2">
            <Inline text="What goes wrong is answered as problem details (RFC 9457), content type `application/problem+json`. `code` is stable and meant for programs, `title` is a sentence for people, `errors` points into the request field by field. Quote `requestId` when you ask for help. A 5xx saved nothing: try again." />
          </p>
          <CodeBlock label="A problem" value={PROBLEM_EXAMPLE} />
        </div>
      </section>
    </>
  );
}
