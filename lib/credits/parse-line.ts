import { Invalid } from "@/lib/core/errors";
import type { CsvRow } from "@/lib/imports";
import type { ResolvedMember } from "@/lib/members";
import type { PointTypeDto } from "@/lib/programs";
import { MAX_LINE_POINTS, MAX_REASON } from "./schema";

/** What a column of a file of credits can be, with the names that it goes by; compared without case and signs. */
const COLUMNS = {
  member: [
    "member",
    "memberid",
    "externalid",
    "customer",
    "customerid",
    "cardnumber",
    "card",
    "email",
    "kundennummer",
    "mitglied",
  ],
  points: ["points", "credit", "amount", "punkte"],
  reason: ["reason", "comment", "grund"],
  pointType: ["pointtype", "type", "currency"],
} as const;
type Column = keyof typeof COLUMNS;
export type ColumnPositions = { member: number; points: number } & Partial<Record<Column, number>>;

const MAX_CONTENT = 2_000;
const REPLACEMENT = "\uFFFD";

/**
 * Finds the columns of a file of credits in its header.
 * @throws Invalid when it names no member or no points
 */
export function findColumns(header: readonly string[]): ColumnPositions {
  const plain = header.map((name) => name.toLowerCase().replace(/[^a-z]/g, ""));
  const positionOf = (column: Column) =>
    COLUMNS[column].map((name) => plain.indexOf(name)).find((position) => position >= 0);
  const [member, points] = [positionOf("member"), positionOf("points")];
  if (member === undefined || points === undefined) {
    const lacking = member === undefined ? "member" : "points";
    const detail = `The file has no column “${lacking}”. Name its columns member, points and, if you like, reason and point type.`;
    throw new Invalid(detail, [{ pointer: "/file", code: "missing_column", detail }]);
  }
  return { member, points, reason: positionOf("reason"), pointType: positionOf("pointType") };
}

/** A line as it stands, before anybody looks whom it names. */
export type ReadLine = {
  lineNo: number;
  memberKey: string;
  points: string;
  reason: string;
  pointType: string;
  fault: { code: string; reason: string } | null;
  content: string;
};

export function readLine(row: CsvRow, columns: ColumnPositions, columnCount: number): ReadLine {
  const text = (column: Column) => {
    const position = columns[column];
    return position === undefined ? "" : (row.fields[position] ?? "").trim();
  };
  return {
    lineNo: row.lineNo,
    memberKey: text("member"),
    points: text("points"),
    reason: text("reason"),
    pointType: text("pointType"),
    fault: faultOf(row, columnCount),
    content: row.content.replaceAll("\0", "").slice(0, MAX_CONTENT),
  };
}

function faultOf(row: CsvRow, columnCount: number): ReadLine["fault"] {
  if (row.fields.length !== columnCount) {
    const reason = `The line has ${row.fields.length} columns; the header has ${columnCount}.`;
    return { code: "column_count", reason };
  }
  if (row.content.includes(REPLACEMENT)) {
    return { code: "encoding", reason: "The line holds bytes that are not valid UTF-8." };
  }
  if (row.content.includes("\0")) {
    return { code: "control_character", reason: "The line holds a NUL character." };
  }
  return null;
}

export type CheckedLine = {
  lineNo: number;
  memberId: string;
  lane: number;
  pointTypeNo: number;
  points: number;
  reason: string;
  content: string;
};
export type RefusedLine = { lineNo: number; code: string; reason: string; content: string };

/** What lines are checked against. */
export type LineContext = {
  members: ReadonlyMap<string, ResolvedMember>;
  pointTypes: readonly PointTypeDto[];
  /** Reason of lines that give none. */
  usualReason: string | null;
};

/** A line as a credit, or the reason why it is none. */
export function checkLine(line: ReadLine, context: LineContext): CheckedLine | RefusedLine {
  const { lineNo, content } = line;
  const refuse = (code: string, reason: string): RefusedLine => ({ lineNo, code, reason, content });
  if (line.fault !== null) return refuse(line.fault.code, line.fault.reason);
  if (line.memberKey === "") return refuse("missing_value", "The line names no member.");
  const member = context.members.get(line.memberKey);
  if (member === undefined) return refuse("unknown_member", `The program has no member “${line.memberKey}”.`);
  if (member.status === "closed") return refuse("member_closed", "The member has left the program.");
  const points = pointsOf(line.points);
  if (points === null)
    return refuse("points", `“${line.points}” is not a whole number of points above zero.`);
  if (points > MAX_LINE_POINTS)
    return refuse("points_too_many", `${line.points} points are too many at once.`);
  const pointType = pointTypeOf(line.pointType, context.pointTypes);
  if (pointType === undefined) {
    return refuse("unknown_point_type", `The program has no point type “${line.pointType}”.`);
  }
  const reason = line.reason || context.usualReason;
  if (reason === null)
    return refuse("missing_reason", "The line gives no reason, and the file has none for all.");
  if (reason.length > MAX_REASON) {
    return refuse("too_long", `The reason is longer than ${MAX_REASON} characters.`);
  }
  const { memberId, lane } = member;
  return { lineNo, memberId, lane, pointTypeNo: pointType.pointTypeNo, points, reason, content };
}

export function isRefused(line: CheckedLine | RefusedLine): line is RefusedLine {
  return "code" in line;
}

function pointsOf(text: string): number | null {
  if (!/^\+?\d{1,15}$/.test(text)) return null;
  const points = Number(text);
  return points > 0 ? points : null;
}

function pointTypeOf(code: string, pointTypes: readonly PointTypeDto[]): PointTypeDto | undefined {
  if (code === "") return pointTypes[0];
  return pointTypes.find((type) => type.code.toLowerCase() === code.toLowerCase());
}
