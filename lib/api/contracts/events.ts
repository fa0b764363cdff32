import { z } from "zod";
import { toTypeId } from "@/lib/core/ids";
import { pageOf, pageQuery, typeId } from "@/lib/core/schema";
import type { Acceptance, DeadLetterDto, EventDetail, EventSummary } from "@/lib/events";
import { EVENT_STATUSES, eventFilter, eventInput, MAX_BATCH } from "@/lib/events/schema";
import type { Received } from "@/lib/flows/post-events";
import { contract } from "../contract";

const MEBIBYTE = 1024 * 1024;
const tag = "Events";
const eventId = z.string().meta({ examples: ["evt_01h455vb4pex5vsknk084sn02q"] });
const memberId = z.string().meta({ examples: ["mem_01h455vb4pex5vsknk084sn02q"] });

const { $schema: _dialect, ...eventShape } = z.toJSONSchema(eventInput, { io: "input" });

const EXAMPLE = {
  type: "purchase",
  id: "receipt-1041",
  member: { externalId: "c-2261" },
  occurredAt: "2026-03-14T09:12:05+01:00",
  currency: "EUR",
  lines: [
    { sku: "flat-white", category: "Coffee", amountMinor: 380 },
    { sku: "croissant", category: "Bakery", quantity: 2, amountMinor: 480 },
  ],
};

/**
 * The body is read item by item, so that one bad event does not refuse its neighbours: here it is anything, and
 * the reference shows what is expected.
 */
const eventsBody = z.unknown().meta({
  description: "One event, or a batch of up to 1,000.",
  examples: [EXAMPLE],
  anyOf: [
    eventShape,
    {
      type: "object",
      required: ["events"],
      properties: { events: { type: "array", minItems: 1, maxItems: MAX_BATCH, items: eventShape } },
    },
  ],
});

const itemError = z.object({
  code: z.string().meta({ examples: ["unknown_member"] }),
  detail: z.string(),
  pointer: z.string().meta({ description: "JSON pointer into the batch", examples: ["/events/3/currency"] }),
});

const batchAnswer = z
  .object({
    accepted: z.int(),
    duplicates: z.int(),
    rejected: z.int(),
    results: z.array(
      z.object({
        index: z.int(),
        id: z.string().nullable().meta({ description: "Your id of the event." }),
        status: z.enum(["accepted", "duplicate", "rejected"]),
        eventId: eventId.optional(),
        error: itemError.optional(),
      }),
    ),
  })
  .meta({ id: "EventBatchAnswer" });

const part = z.object({ title: z.string(), points: z.int(), reason: z.string() });
const campaignVerdict = z.object({
  campaignId: z.string(),
  version: z.int(),
  name: z.string(),
  fired: z.boolean(),
  reason: z.string(),
  desired: z.int().meta({ description: "Points before limits." }),
  granted: z.int().meta({ description: "Points after limits." }),
});

const singleAnswer = z
  .object({
    id: z.string().meta({ description: "Your id of the event." }),
    eventId,
    status: z.enum(["accepted", "duplicate"]),
    state: z.enum(EVENT_STATUSES).optional().meta({ description: "With `wait`: where the event stands." }),
    decision: z
      .object({
        points: z.int(),
        balanceAfter: z.int(),
        reason: z.string(),
        explanation: z.array(part),
        campaigns: z.array(campaignVerdict),
      })
      .optional()
      .meta({ description: "With `wait`: what the event led to." }),
    error: z.object({ code: z.string(), detail: z.string() }).optional(),
  })
  .meta({ id: "EventAnswer" });

export const postEvents = contract({
  method: "POST",
  path: "/api/v1/events",
  summary: "Send events",
  description:
    "Takes one event or a batch of up to 1,000. What is answered as accepted is stored durably and will be posted " +
    "exactly once. Each event carries your own id: sending it again is answered as a duplicate and changes " +
    "nothing, and the same id with other content is refused (`id_conflict`).\n\n" +
    "A batch is answered with 200 and a result for each event; bad events do not keep good ones out. A single " +
    "event is answered with 202 when it is accepted, 200 when it is a duplicate, and with a problem when it is " +
    "refused. With `?wait=true` a single event is posted before the answer, which then has status 200, the " +
    "decision and the new balance; should posting take longer than a few seconds, the answer is 202 with state " +
    "`queued`.\n\nA return names its purchase. One that arrives before its purchase becomes a dead letter " +
    "(`purchase_not_found`), which can be retried.",
  tag,
  permission: "events:write",
  actors: ["apiKey", "user"],
  query: z.object({ wait: z.stringbool().default(false) }),
  body: eventsBody,
  response: z.union([batchAnswer, singleAnswer]),
  status: 202,
  maxBytes: 8 * MEBIBYTE,
  errors: {
    200: "A batch, a duplicate, or an event that was waited for.",
    409: "The id belongs to an event with other content (`id_conflict`).",
    413: "The body is larger than 8 MiB.",
    422: "The event is not taken, or the batch holds more than 1,000.",
  },
});

export function toBatchAnswer({ results, ...counts }: Acceptance): z.input<typeof batchAnswer> {
  return {
    ...counts,
    results: results.map((result) =>
      result.status === "rejected" ? result : { ...result, eventId: toTypeId("evt", result.eventId) },
    ),
  };
}

/** @returns the answer with its status */
export function toEventAnswer(received: Received): {
  status: number;
  answer: z.input<typeof batchAnswer> | z.input<typeof singleAnswer>;
} {
  if (received.kind === "batch") return { status: 200, answer: toBatchAnswer(received.acceptance) };
  const { id, isDuplicate, standing } = received;
  const answer = {
    id,
    eventId: toTypeId("evt", received.eventId),
    status: isDuplicate ? ("duplicate" as const) : ("accepted" as const),
  };
  if (standing === null) return { status: isDuplicate ? 200 : 202, answer };
  switch (standing.status) {
    case "queued":
      return { status: 202, answer: { ...answer, state: "queued" } };
    case "dead": {
      const { code, message } = standing;
      return { status: 200, answer: { ...answer, state: "dead", error: { code, detail: message } } };
    }
    case "posted": {
      const { status: state, campaigns, ...decision } = standing;
      const verdicts = campaigns.map((campaign) => ({
        ...campaign,
        campaignId: toTypeId("camp", campaign.campaignId),
      }));
      return { status: 200, answer: { ...answer, state, decision: { ...decision, campaigns: verdicts } } };
    }
  }
}

const eventSummary = z
  .object({
    eventId,
    externalId: z.string().meta({ description: "The sender's id." }),
    source: z.string(),
    type: z.string().meta({ examples: ["purchase", "return", "custom:store_visit"] }),
    memberId,
    memberName: z.string().nullable(),
    occurredAt: z.iso.datetime(),
    receivedAt: z.iso.datetime(),
    status: z.enum(EVENT_STATUSES),
    points: z.int().nullable().meta({ description: "Net points once posted." }),
    errorCode: z.string().nullable(),
  })
  .meta({ id: "Event" });

function toSummaryResource<T extends EventSummary>(event: T): T {
  return { ...event, eventId: toTypeId("evt", event.eventId), memberId: toTypeId("mem", event.memberId) };
}

export const listEvents = contract({
  method: "GET",
  path: "/api/v1/events",
  summary: "List events, the newest arrival first",
  tag,
  permission: "events:read",
  actors: ["apiKey", "user"],
  query: eventFilter.extend(pageQuery.shape),
  response: pageOf(eventSummary),
});

export function toEventPage(page: { items: EventSummary[]; nextCursor: string | null }) {
  return { ...page, items: page.items.map(toSummaryResource) };
}

const deadLetter = z.object({
  attempts: z.int(),
  code: z.string(),
  message: z.string(),
  failedAt: z.iso.datetime(),
});

export const getEvent = contract({
  method: "GET",
  path: "/api/v1/events/{id}",
  summary: "Read an event with what it led to",
  tag,
  permission: "events:read",
  actors: ["apiKey", "user"],
  params: z.object({ id: typeId("evt") }),
  response: eventSummary.extend({
    payload: z.record(z.string(), z.unknown()).meta({ description: "The event as it was stored." }),
    decision: z
      .object({
        ruleSetVersion: z.int(),
        points: z.int(),
        outcome: z.unknown().meta({ description: "What each campaign made of it, and why." }),
        postedAt: z.iso.datetime(),
      })
      .nullable(),
    transfers: z.array(
      z.object({
        lane: z.int(),
        transferNo: z.int(),
        kind: z.string(),
        amount: z.int(),
        campaignId: z.string().nullable(),
        lotNo: z.int().nullable(),
        balanceAfter: z.int(),
      }),
    ),
    deadLetter: deadLetter.nullable(),
  }),
  errors: { 404: "The program has no such event." },
});

export function toEventResource({ transfers, ...event }: EventDetail) {
  return {
    ...toSummaryResource(event),
    payload: { ...event.payload },
    transfers: transfers.map(({ campaignId, ...transfer }) => ({
      ...transfer,
      campaignId: campaignId === null ? null : toTypeId("camp", campaignId),
    })),
  };
}

export const listDeadLetters = contract({
  method: "GET",
  path: "/api/v1/events/dead-letters",
  summary: "List events that could not be posted",
  tag,
  permission: "events:read",
  actors: ["apiKey", "user"],
  query: pageQuery,
  response: pageOf(deadLetter.extend({ event: eventSummary })),
});

export function toDeadLetterPage(page: {
  items: (DeadLetterDto & { event: EventSummary })[];
  nextCursor: string | null;
}) {
  return { ...page, items: page.items.map((item) => ({ ...item, event: toSummaryResource(item.event) })) };
}

export const retryDeadLetters = contract({
  method: "POST",
  path: "/api/v1/events/dead-letters/retry",
  summary: "Post events again that failed",
  description: "Puts the named dead letters, or with `all` the 10,000 oldest, back into the queue.",
  tag,
  permission: "deadletters:retry",
  actors: ["user"],
  body: z.union([
    z.strictObject({ eventIds: z.array(typeId("evt")).min(1).max(1_000) }),
    z.strictObject({ all: z.literal(true) }),
  ]),
  response: z.object({ requeued: z.int().meta({ description: "How many wait to be posted again." }) }),
});

export const eventContracts = [postEvents, listEvents, getEvent, listDeadLetters, retryDeadLetters];
