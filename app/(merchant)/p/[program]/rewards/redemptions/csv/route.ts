import { plainRoute } from "@/lib/api/plain-route";
import { requirePermission } from "@/lib/auth/permissions";
import { merchantContext } from "@/lib/auth/session";
import { type CsvCell, csvOfPages } from "@/lib/core/csv";
import { toTypeId } from "@/lib/core/ids";
import { listRedemptions, type RedemptionDto } from "@/lib/redemptions";
import { stageOf } from "@/lib/redemptions/schema";
import { filterOf, redemptionSearch } from "../filter";

const PAGE_SIZE = 100;

const HEADER = [
  "redemption",
  "asked for",
  "state",
  "stage",
  "reward",
  "member",
  "points",
  "amount (minor units)",
  "owed to partner (minor units)",
  "channel",
  "reference",
  "partner's number",
  "fulfilled",
  "closed",
  "note",
];

/** The list as it is narrowed down, as a file. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ program: string }> },
): Promise<Response> {
  return plainRoute(async () => {
    const { program } = await params;
    const ctx = await merchantContext(program);
    requirePermission(ctx, "redemptions:read");
    const search = redemptionSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    return csvOfPages(`${program} redemptions`, HEADER, async (cursor) => {
      const { items, nextCursor } = await listRedemptions(ctx, {
        ...filterOf(search),
        cursor,
        limit: PAGE_SIZE,
      });
      return { items: items.map(cellsOf), nextCursor };
    });
  })(request);
}

function cellsOf(dto: RedemptionDto): CsvCell[] {
  return [
    toTypeId("red", dto.redemptionId),
    dto.createdAt,
    dto.state,
    stageOf(dto),
    dto.reward.name,
    dto.memberId === null ? "" : toTypeId("mem", dto.memberId),
    dto.points,
    dto.amountMinor,
    dto.costMinor ?? "",
    dto.channel,
    dto.reference ?? "",
    dto.partnerReference ?? "",
    dto.fulfilledAt ?? "",
    dto.closedAt ?? "",
    dto.closingNote ?? "",
  ];
}
