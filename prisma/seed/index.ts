import { closeDb, db } from "@/lib/db";
import { seedClub, seedTrade } from "./programs";
import { seedTeam } from "./team";

/**
 * Fills an empty database with the demo: one company, its team, a coffee club and a small wholesale program.
 * Everything goes through the verbs that people and machines use. Started again after a kill, it goes on where
 * it stopped: what it makes follows from fixed seeds and from the day on which it began.
 */
async function seed(): Promise<void> {
  const team = await seedTeam();
  await seedClub(team);
  await seedTrade(team);
  // Plans that were made while the tables were empty would be slow from now on.
  await db().$executeRaw`ANALYZE`;
}

try {
  await seed();
} finally {
  await closeDb();
}
