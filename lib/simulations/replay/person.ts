import { MemberHistory } from "./member-history";
import type { MemberStanding } from "./member-standing";
import type { PastMember } from "./past";

/** Everything that a replay knows of one member: looked up once an entry, whatever number of scenarios there is. */
export class Person {
  readonly member: PastMember;
  readonly history = new MemberHistory();
  /** By the place of the scenario. */
  readonly standings: (MemberStanding | undefined)[] = [];
  /** Whether anything of the period is about them. */
  isInPeriod = false;
  /** Whether each scenario has a standing of theirs for itself. */
  hasParted = false;

  constructor(member: PastMember) {
    this.member = member;
  }
}
