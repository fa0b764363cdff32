import type { Ctx } from "@/lib/auth/context";
import { newId } from "@/lib/core/ids";
import type { MemberDto } from "@/lib/members";
import type { TestProgram } from "@/lib/testing/fixtures";

export const NOW = new Date("2026-11-20T12:00:00Z");

/** A text that nothing else in the database has, for each place that a member's words can go to. */
export class Marks {
  readonly given: string[] = [];

  of(place: string): string {
    const mark = `zq${place}${newId().slice(-8)}`;
    this.given.push(mark);
    return mark;
  }
}

export type Known = {
  program: TestProgram;
  /** The context of the program's own jobs. */
  ctx: Ctx;
  member: MemberDto;
  other: MemberDto;
  marks: Marks;
};
