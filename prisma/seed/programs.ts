import { createApiKey } from "@/lib/api-keys";
import { type Ctx, newRequestId } from "@/lib/auth/context";
import { hashPassword } from "@/lib/auth/password";
import { createCampaign, launchCampaign, pauseCampaign } from "@/lib/campaigns";
import { fixedClock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { acceptEvents } from "@/lib/events";
import { postSlice } from "@/lib/flows/post-events";
import { prepareHistory } from "@/lib/flows/prepare-history";
import { createMembers, type NewMember } from "@/lib/members";
import { createProgram, type ProgramDto, type ProgramInput, readProgramBySlug } from "@/lib/programs";
import { CLUB_CAMPAIGNS, type DemoCampaign, TRADE_CAMPAIGNS } from "./campaigns";
import { proposeReward, seatPartners } from "./partners";
import { Random } from "./random";
import { castFor, redeemOn } from "./redeeming";
import { stockCatalogue } from "./rewards";
import { shareAndSend } from "./sharing";
import {
  DAY_MS,
  DAYS,
  type DemoEvent,
  drawClubDays,
  drawCompanies,
  drawGuests,
  drawTradeDays,
  type Guest,
  type TradingDay,
} from "./shopping";
import { describeClub, listRegulars } from "./standing";
import { requirePassword, type Team } from "./team";

const GUESTS = 1_200;
const COMPANIES = 40;
const EVENTS_A_REQUEST = 1_000;

/** The coffee club: what the demo is about. */
export async function seedClub(team: Team): Promise<void> {
  const program = await foundProgram(team, {
    name: "Bean & Crumb Club",
    slug: "bean-and-crumb",
    businessModel: "B2C",
    currency: "EUR",
    timeZone: "Europe/Berlin",
    cardPrefix: "BC",
    lanes: 4,
    pointName: "beans",
    pointsExpireAfterMonths: 12,
  });
  const random = new Random(20_261_122);
  const guests = drawGuests(random, GUESTS, team.today);
  const amira: Guest = {
    externalId: "G-10000",
    name: "Amira Haddad",
    email: "amira@example.com",
    tier: "gold",
    birthday: "1991-05-14",
    attributes: { store: "Kollwitzstraße" },
    joinedAt: new Date(team.today.getTime() - 320 * DAY_MS),
    weight: 22,
  };
  guests.push(amira);
  await describeClub(actingAt(team, program, beforeTheDays(team)));
  await stockCatalogue(actingAt(team, program, beforeTheDays(team)));
  await seatPartners(actingAt(team, program, beforeTheDays(team)));
  const passwordHash = await hashPassword(requirePassword("DEMO_MEMBER_PASSWORD"));
  await enrol(team, program, guests, (guest) => (guest === amira ? { passwordHash } : {}));
  await listRegulars(actingAt(team, program, beforeTheDays(team)), guests);
  await runCampaigns(team, program, CLUB_CAMPAIGNS);
  const days = drawClubDays(random, guests, team.today);
  addStrayReturns(days);
  const ownCard = { programId_externalId: { programId: program.programId, externalId: amira.externalId } };
  const { memberId } = await db().member.findUniqueOrThrow({ where: ownCard, select: { memberId: true } });
  const cast = await castFor(program.programId, team.owner, memberId);
  await trade(team, program, days, (day) => redeemOn(program.programId, cast, day));
  const aDayBefore = actingAt(team, program, new Date(team.today.getTime() - DAY_MS));
  await proposeReward({ ...aDayBefore, actor: cast.partner });
  await shareAndSend(actingAt(team, program, team.today), memberId);
  await makeApiKeys(team, program);
}

/** The wholesale program: something to switch to. */
export async function seedTrade(team: Team): Promise<void> {
  const program = await foundProgram(team, {
    name: "Bean & Crumb Trade",
    slug: "bean-and-crumb-trade",
    businessModel: "B2B",
    currency: "EUR",
    timeZone: "Europe/Berlin",
    cardPrefix: "BT",
    lanes: 1,
    brandHue: 150,
    pointName: "credits",
  });
  const random = new Random(7);
  const companies = drawCompanies(random, COMPANIES, team.today);
  await enrol(team, program, companies, () => ({}));
  await runCampaigns(team, program, TRADE_CAMPAIGNS);
  await trade(team, program, drawTradeDays(random, companies, team.today));
}

async function foundProgram(team: Team, input: ProgramInput): Promise<ProgramDto> {
  const found = await db().program.findUnique({ where: { slug: input.slug }, select: { programId: true } });
  if (found) return readProgramBySlug(input.slug);
  const clock = fixedClock(beforeTheDays(team));
  return createProgram({ actor: team.owner, clock, requestId: newRequestId() }, team.organizationId, input);
}

async function enrol(
  team: Team,
  program: ProgramDto,
  guests: readonly Guest[],
  extra: (guest: Guest) => Partial<NewMember>,
): Promise<void> {
  // All or none: one statement's transaction made them.
  if ((await db().member.count({ where: { programId: program.programId } })) > 0) return;
  const items = guests.map((guest) => {
    const { weight: _, ...known } = guest;
    return { ...known, ...extra(guest) };
  });
  await createMembers(actingAt(team, program, beforeTheDays(team)), items);
}

async function runCampaigns(
  team: Team,
  program: ProgramDto,
  campaigns: readonly DemoCampaign[],
): Promise<void> {
  const ctx = actingAt(team, program, beforeTheDays(team));
  for (const { definition, fate } of campaigns) {
    const { programId } = program;
    const known = await db().campaign.findFirst({ where: { programId, name: definition.name } });
    const { campaignId } = known ?? (await createCampaign(ctx, { definition }));
    const state = known?.state ?? "draft";
    if (state === "draft" && fate !== "draft") {
      await launchCampaign(ctx, campaignId);
      await prepareHistory(ctx);
    }
    if (state !== "paused" && fate === "paused") await pauseCampaign(ctx, campaignId);
  }
}

/** A till that sends a return for a receipt nobody knows: what ends up as a dead letter. */
function addStrayReturns(days: readonly TradingDay[]): void {
  for (const daysAgo of [9, 2]) {
    const day = days[DAYS - 1 - daysAgo];
    const stray: DemoEvent = {
      type: "return",
      id: `return-lost-${daysAgo}`,
      source: "pos",
      member: { externalId: `G-${10_100 + daysAgo}` },
      purchaseId: `till-receipt-${77_000 + daysAgo}`,
      occurredAt: day ? new Date(day.closesAt.getTime() - 6 * 3_600_000).toISOString() : "",
    };
    day?.events.push(stray);
  }
}

/** Lets the days happen one after the other, each posted in its own evening. */
async function trade(
  team: Team,
  program: ProgramDto,
  days: readonly TradingDay[],
  /** What else happens on a day, before its evening. */
  besides: (day: { index: number; closesAt: Date }) => Promise<void> = async () => undefined,
): Promise<void> {
  const { programId } = program;
  for (const [index, { closesAt, events }] of days.entries()) {
    await besides({ index, closesAt });
    const clock = fixedClock(closesAt);
    for (let start = 0; start < events.length; start += EVENTS_A_REQUEST) {
      const batch = events.slice(start, start + EVENTS_A_REQUEST);
      const { rejected, results } = await acceptEvents(actingAt(team, program, closesAt), batch);
      if (rejected > 0)
        throw new Error(
          `demo events were rejected: ${JSON.stringify(results.find(({ status }) => status === "rejected"))}`,
        );
    }
    while (await postSlice({ programId, clock })) {
      // Each call posts one slice of one lane, until none is left.
    }
  }
}

async function makeApiKeys(team: Team, program: ProgramDto): Promise<void> {
  const { programId } = program;
  if ((await db().apiKey.count({ where: { programId } })) > 0) return;
  const ctx = actingAt(team, program, beforeTheDays(team));
  await createApiKey(ctx, { name: "Tills", scopes: ["events:write", "members:read"] });
  await createApiKey(ctx, {
    name: "Web shop",
    scopes: ["events:write", "members:read", "members:write", "wallet:read"],
  });
}

function actingAt(team: Team, program: ProgramDto, instant: Date): Ctx {
  return {
    programId: program.programId,
    actor: team.owner,
    clock: fixedClock(instant),
    requestId: newRequestId(),
  };
}

function beforeTheDays({ today }: Team): Date {
  return new Date(today.getTime() - (DAYS + 1) * DAY_MS);
}
