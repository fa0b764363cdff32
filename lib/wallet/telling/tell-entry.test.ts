import { describe, expect, it, vi } from "vitest";
import { tellVersion } from "@/lib/campaigns";
import { campaignDefinition } from "@/lib/campaigns/schema";
import { LANGUAGES, type Language } from "@/lib/i18n/locales";
import { activity } from "@/lib/i18n/messages/activity";
import { OCCASIONS } from "@/lib/occasions/schema";
import { type DecisionOutcome, decisionOutcome } from "../outcome";
import { POOL_DISSOLVED } from "../passing-words";
import { type MemberWording, Reader } from "./reader";
import { tellEntry } from "./tell-entry";

type Parts = Partial<Record<keyof DecisionOutcome, unknown>>;
type Case = [name: string, parts: Parts];

const shopping = { amountMinor: 1_250, currency: "EUR" };
const purchase = { type: "purchase", ...shopping, store: "Σ" };
const base = { campaignId: "base", version: 1, name: "Α", fired: true, status: "fired", reason: "stored" };
const capped = { ...base, campaignId: "capped", name: "Β" };
const gift = { campaignId: "gift", version: 1, name: "Γ", fired: true, status: "fired", reason: "stored" };
const noPoints = { desired: 0, granted: 0 };
const award = (campaignId: string, pointTypeNo: number) => ({
  campaignId,
  points: 5,
  lines: [],
  caps: [],
  lot: null,
  pointTypeNo,
});
const given = (kind: string, what: string, more: object = {}) => ({
  benefitId: "b",
  campaignId: "gift",
  kind,
  what,
  ...more,
});
const withdrawn = (kind: string, stays: boolean) => ({
  campaignId: "gift",
  name: "Γ",
  kind,
  what: "Ω",
  stays,
});
const KINDS = ["voucher", "badge", "progress", "tier", "notify"];
const pool = { pool: "p", name: "Π" };

/** Every kind of line in each of its variants. */
const CASES: Case[] = [
  [
    "a purchase that gave points",
    { subject: purchase, campaigns: [{ ...base, desired: 12, granted: 12, basis: 1_250 }] },
  ],
  [
    "a purchase without a store",
    { subject: { type: "purchase", ...shopping }, campaigns: [{ ...base, desired: 12, granted: 12 }] },
  ],
  ["a purchase that gave nothing", { subject: purchase }],
  ["points cut by a limit", { subject: purchase, campaigns: [{ ...capped, desired: 60, granted: 40 }] }],
  ...(["event", "day", "week", "year", "lifetime"] as const).map(
    (window): Case => [
      `points cut by a limit of ${window}`,
      {
        subject: purchase,
        campaigns: [{ ...capped, campaignId: `capped ${window}`, desired: 60, granted: 40 }],
      },
    ],
  ),
  [
    "points cut by one of two limits",
    { subject: purchase, campaigns: [{ ...capped, campaignId: "limits", desired: 60, granted: 40 }] },
  ],
  [
    "points cut by a budget",
    { subject: purchase, campaigns: [{ ...capped, campaignId: "budget", desired: 60, granted: 40 }] },
  ],
  [
    "points doubled",
    {
      subject: purchase,
      campaigns: [{ ...base, campaignId: "double", desired: 12, granted: 12, basis: 12 }],
    },
  ],
  [
    "points of another type",
    { subject: purchase, campaigns: [{ ...base, desired: 5, granted: 5 }], awards: [award("base", 2)] },
  ],
  [
    "a campaign that nobody knows",
    { subject: purchase, campaigns: [{ ...base, campaignId: "?", desired: 5, granted: 5 }] },
  ],
  [
    "campaigns that did not count",
    {
      subject: purchase,
      campaigns: [
        { ...base, fired: false, status: "not", ...noPoints },
        { ...capped, fired: false, status: "suppressed", ...noPoints },
        { ...capped, fired: false, status: "not", desired: 60, granted: 0 },
        { ...gift, fired: false, status: "control", ...noPoints },
      ],
    },
  ],
  [
    "benefits",
    {
      subject: purchase,
      campaigns: [{ ...gift, ...noPoints }],
      benefits: [
        given("voucher", "Ω", { until: "2026-12-21" }),
        given("voucher", "Ψ"),
        given("badge", "Ω"),
        given("progress", "Ω", { progress: { now: 4, goal: 10, completed: 0 } }),
        given("progress", "Ω", { progress: { now: 0, goal: 10, completed: 1 } }),
        given("progress", "Ω", { progress: { now: 2, goal: 10, completed: 1 } }),
        given("tier", "gold"),
        given("notify", "Ω"),
        given("tag", "hidden tag"),
        given("segment", "hidden segment"),
        given("webhook", "hidden call"),
      ],
    },
  ],
  ["a benefit of a campaign that is not in the line", { subject: purchase, benefits: [given("badge", "Ω")] }],
  [
    "a debt that was paid",
    { subject: purchase, campaigns: [{ ...base, desired: 12, granted: 12 }], debt: { paid: 7, made: 0 } },
  ],
  [
    "points that wait, and points that came free",
    {
      subject: purchase,
      campaigns: [{ ...base, desired: 12, granted: 12 }],
      waiting: [
        { points: 5, until: "2026-12-01" },
        { points: 7, until: "w" },
      ],
      activated: 3,
    },
  ],
  ...["w", ...Object.keys(OCCASIONS)].map(
    (name): Case => [`the event ${name}`, { subject: { type: "custom", name } }],
  ),
  ...[true, false].flatMap((isComplete): Case[] => [
    [
      `a return, complete: ${isComplete}`,
      {
        subject: { type: "return", purchaseEventId: "e", ...shopping, store: "Σ", isComplete },
        takenBack: [{ campaignId: "base", name: "Α", points: 12 }],
        withdrawn: KINDS.map((kind) => withdrawn(kind, isComplete)),
        ...(isComplete && { debt: { paid: 0, made: 4 }, forgiven: 3 }),
      },
    ],
  ]),
  [
    "a return of what gave nothing",
    { subject: { type: "return", purchaseEventId: "e", ...shopping, isComplete: true } },
  ],
  ...[12, -12].flatMap((points): Case[] => [
    [
      `an adjustment of ${points}`,
      { subject: { type: "adjustment", reason: "Ρ", points }, debt: { paid: points > 0 ? 2 : 0, made: 0 } },
    ],
    [
      `an adjustment of ${points} of another type`,
      { subject: { type: "adjustment", reason: "Ρ", points, pointName: "Ω" } },
    ],
  ]),
  ["an adjustment of old", { subject: { type: "adjustment", reason: "Ρ", file: "f" } }],
  ["a hold", { subject: { type: "hold", reason: "Ρ", points: 50, expiresAt: "2026-12-01T00:00:00Z" } }],
  ...[true, false].map(
    (timedOut): Case => [
      `a release, timed out: ${timedOut}`,
      { subject: { type: "release", reason: "Ρ", points: 50, timedOut } },
    ],
  ),
  ["a spend", { subject: { type: "spend", reason: "Ρ" } }],
  ["a spend of a hold", { subject: { type: "spend", reason: "Ρ", holdId: "h", reference: "r" } }],
  ["a redemption", { subject: { type: "spend", reason: "Ρ", redemptionId: "x", points: 300 } }],
  ["a spend from a pool", { subject: { type: "spend", reason: "Ρ", member: "m" } }],
  ["an expiry", { subject: { type: "expiry", day: "2026-11-30", points: 20 } }],
  [
    "an expiry of another type",
    { subject: { type: "expiry", day: "2026-11-30", points: 20, pointName: "Ω" } },
  ],
  ["an activation", { subject: { type: "activation", day: "2026-11-30", points: 20 }, activated: 20 }],
  [
    "an activation of another type",
    { subject: { type: "activation", day: "2026-11-30", points: 20, pointName: "Ω" } },
  ],
  ...[undefined, "Μ"].map(
    (message): Case => [`sent, message: ${message}`, { subject: { type: "transfer_out", to: "m", message } }],
  ),
  ...[undefined, "Μ"].map(
    (message): Case => [
      `received, message: ${message}`,
      { subject: { type: "transfer_in", from: "m", message } },
    ],
  ),
  ["a transfer that came back", { subject: { type: "transfer_in", from: "m", sentBack: true } }],
  ...[undefined, "m"].flatMap((member): Case[] => [
    [`into a pool, of ${member}`, { subject: { type: "pool_out", ...pool, member } }],
    [
      `into a pool with a reason, of ${member}`,
      { subject: { type: "pool_out", ...pool, member, reason: "Ρ" } },
    ],
    [
      `a share of a dissolved pool, of ${member}`,
      { subject: { type: "pool_in", ...pool, member, reason: POOL_DISSOLVED } },
    ],
    [`from a pool, of ${member}`, { subject: { type: "pool_in", ...pool, member } }],
    [
      `from a pool with a reason, of ${member}`,
      { subject: { type: "pool_in", ...pool, member, reason: "Ρ" } },
    ],
    [`back from a pool, of ${member}`, { subject: { type: "pool_in", ...pool, member, sentBack: true } }],
  ]),
  ...[
    "purchase",
    "return",
    "custom",
    "adjustment",
    "spend",
    "expiry",
    "transfer_out",
    "pool_out",
    "pool_in",
    "hold",
  ].map(
    (of): Case => [`a reversal of ${of}`, { subject: { type: "reversal", reason: "Ρ", of, causeId: "c" } }],
  ),
  [
    "a reversal that changed much",
    {
      subject: { type: "reversal", reason: "Ρ", of: "return", causeId: "c" },
      takenBack: [
        { campaignId: "base", name: "Α", points: 12 },
        { campaignId: "capped", name: "Β", points: -5 },
      ],
      grace: { points: 5, until: "2026-12-24" },
      debt: { paid: 3, made: 0 },
    },
  ],
];

const LIMITS: Readonly<Record<string, object[]>> = {
  capped: [{ per: "member", points: 40, window: "month" }],
  limits: [
    { per: "member", points: 40, window: "day" },
    { per: "member", times: 2, window: "week" },
  ],
  budget: [{ per: "campaign", points: 1_000, window: "month" }],
  ...Object.fromEntries(
    ["event", "day", "week", "year", "lifetime"].map((window) => [
      `capped ${window}`,
      [{ per: "member", points: 40, window }],
    ]),
  ),
};

function wordingIn(locale: string, counterpart?: string): MemberWording {
  const wording = { locale, pointName: "points", currency: "EUR", timeZone: "Europe/Berlin" };
  return {
    ...wording,
    pointTypes: [{ pointTypeNo: 2, name: "Ω" }],
    counterpart,
    tierName: () => "Χ",
    campaign: ({ campaignId }) => {
      if (campaignId === "?") return null;
      const effects =
        campaignId === "gift"
          ? [{ kind: "badge", badge: "Ω" }]
          : campaignId === "double"
            ? [{ kind: "multiplier", factorPercent: 200 }]
            : [{ kind: "per_amount", points: 1, perMinor: 100 }];
      const definition = campaignDefinition.parse({
        name: "Ξ",
        trigger: { event: "purchase" },
        effects,
        limits: LIMITS[campaignId] ?? [],
      });
      return tellVersion(definition, wording, locale);
    },
  };
}

const outcomeOf = (parts: Parts): DecisionOutcome =>
  decisionOutcome.parse({ campaigns: [], awards: [], debt: { paid: 0, made: 0 }, ...parts });

type Composer = (locale: string, namespace: string) => (key: string, values?: object) => string;
const said = new Set<string>();
vi.mock("@/lib/i18n/translate", async (importOriginal) => {
  const original = await importOriginal<{ composer: Composer }>();
  const composer: Composer = (locale, namespace) => {
    const say = original.composer(locale, namespace);
    return (key, values) => {
      said.add(`${locale} ${namespace} ${key}`);
      return say(key, values);
    };
  };
  return { ...original, composer };
});

const BROKEN = /[{}]|undefined|\bnull\b|NaN| {2}|^\s|\s$| [,.;،।]|\( | \)|\(\)|[.।]{2}|stored|hidden/;

describe.each(LANGUAGES)("activity told in %s", (locale) => {
  it("reads as in told/, whatever moved points", async () => {
    const lines = CASES.flatMap(([name, parts]) => {
      const { reason, headline, explanation, notFired } = tellEntry(outcomeOf(parts), wordingIn(locale));
      expect(reason).toBe(new Reader(wordingIn(locale)).say("line", headline));
      const told = [
        reason,
        ...explanation.map((part) => `  ${part.points} ${part.title}: ${part.reason}`),
        ...notFired.map((part) => `  - ${part.title}: ${part.reason}`),
      ];
      for (const line of told) {
        expect(line.trim(), name).not.toMatch(BROKEN);
        expect(foreignIn(line, locale), line).toEqual([]);
      }
      return [`# ${name}`, ...told, ""];
    });
    await expect(lines.join("\n")).toMatchFileSnapshot(`told/${locale}.txt`);
    expect(keysOf(activity[locale]).filter((key) => !said.has(`${locale} activity ${key}`))).toEqual([]);
  }, 60_000);

  it("names the other member where the reader may know them", () => {
    const sent = outcomeOf({ subject: { type: "transfer_out", to: "m" } });
    expect(tellEntry(sent, wordingIn(locale, "Jonas K.")).headline.what).toContain("Jonas K.");
  });
});

it("says by which limit points were cut", () => {
  const cut = outcomeOf({ subject: purchase, campaigns: [{ ...capped, desired: 60, granted: 40 }] });
  const reasonIn = (locale: string) => tellEntry(cut, wordingIn(locale)).explanation[0]?.reason;
  expect(reasonIn("en")).toBe("1 point per €1.00. You got 40 of 60: your limit of that month.");
  expect(reasonIn("de")).toBe(
    "1 Punkt pro 1,00\u00a0€. Du hast 40 von 60 bekommen: deine Grenze für diesen Monat.",
  );
});

function keysOf(tree: object, path = ""): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [path + key] : keysOf(value as object, `${path}${key}.`),
  );
}

/** Latin words in a language of another script, and English ones in the others. */
function foreignIn(line: string, language: Language): string[] {
  if (language === "en") return [];
  const words = line.match(/[A-Za-z]{2,}/g) ?? [];
  if (language === "ar" || language === "hi") return words;
  return words.filter(
    (word) =>
      /^(the|you|your|for|with|when|points|from|of|and|were|back)$/i.test(word) &&
      !(language === "fr" && word === "points"),
  );
}
