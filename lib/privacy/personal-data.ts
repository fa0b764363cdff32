import { BENEFITS } from "./map/benefits";
import type {
  Classification,
  Erasing,
  HouseTable,
  MemberTable,
  MentioningTable,
  Subject,
} from "./map/classification";
import { EVENTS } from "./map/events";
import { HOUSE } from "./map/house";
import { JOBS } from "./map/jobs";
import { LEDGER } from "./map/ledger";
import { PEOPLE } from "./map/people";
import { REWARDS } from "./map/rewards";
import { SHARING } from "./map/sharing";

export type { Classification, Erasing, HouseTable, MemberTable, MentioningTable, Subject };

/**
 * The map of personal data: every table of the database, what of members is in it, how they get it exported and how
 * it leaves when they are erased. Export and erasure work from this map, and a test reads PostgreSQL's catalogue and
 * fails for a table or a column with words that is not on it.
 */
export const PERSONAL_DATA: Readonly<Record<string, Classification>> = {
  ...PEOPLE,
  ...LEDGER,
  ...EVENTS,
  ...SHARING,
  ...BENEFITS,
  ...REWARDS,
  ...JOBS,
  ...HOUSE,
};

export function isMemberTable(table: Classification): table is MemberTable {
  return "of" in table;
}

/** Tables with rows of members, in the order of the map. */
export const MEMBER_TABLES: readonly (MemberTable & { table: string })[] = Object.entries(
  PERSONAL_DATA,
).flatMap(([table, entry]) => (isMemberTable(entry) ? [{ table, ...entry }] : []));
