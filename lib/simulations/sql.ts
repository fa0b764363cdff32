import { Prisma, type Tx } from "@/lib/db";

export type SimulationKey = { programId: string; simulationId: string };

/** One process's right to work on a simulation, for as long as it shows signs of life. */
export type SimulationLease = SimulationKey & { holder: string };

/** How long a process may be silent before another begins its simulation again. */
const LEASE_SECONDS = 30;
/** A simulation that brought its process down so often is not begun again. */
const MAX_ATTEMPTS = 3;

const ofLease = ({ programId, simulationId, holder }: SimulationLease) =>
  Prisma.sql`program_id = ${programId}::uuid AND simulation_id = ${simulationId}::uuid
             AND state = 'running' AND lease_holder = ${holder}::uuid`;

/**
 * Takes the simulation that has waited longest, or one whose worker is gone: it is begun again. The lease runs on the
 * database's clock.
 * @param only looks at this simulation alone
 * @returns null when there is nothing to do
 */
export async function claimSimulation(
  tx: Tx,
  holder: string,
  now: Date,
  only: SimulationKey | null,
): Promise<SimulationLease | null> {
  const scope = only
    ? Prisma.sql`AND program_id = ${only.programId}::uuid AND simulation_id = ${only.simulationId}::uuid`
    : Prisma.empty;
  const [row] = await tx.$queryRaw<SimulationKey[]>`
    UPDATE simulation
    SET state = 'running', started_at = coalesce(started_at, ${now.toISOString()}::timestamptz),
        attempts = attempts + 1, events_done = 0, lease_holder = ${holder}::uuid,
        lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
    WHERE (program_id, simulation_id) = (
      SELECT program_id, simulation_id FROM simulation
      WHERE attempts < ${MAX_ATTEMPTS} AND (state = 'waiting' OR (state = 'running' AND lease_until < clock_timestamp()))
        ${scope}
      ORDER BY created_at, simulation_id
      LIMIT 1
      FOR UPDATE SKIP LOCKED)
    RETURNING program_id::text AS "programId", simulation_id::text AS "simulationId"`;
  return row ? { ...row, holder } : null;
}

/** Gives up simulations that were begun often enough and whose worker is gone. */
export async function failAbandoned(tx: Tx, now: Date): Promise<number> {
  return tx.$executeRaw`
    UPDATE simulation
    SET state = 'failed', finished_at = ${now.toISOString()}::timestamptz, lease_holder = NULL, lease_until = NULL,
        error = 'It stopped several times for a fault on our side. Try a shorter period.'
    WHERE state = 'running' AND attempts >= ${MAX_ATTEMPTS} AND lease_until < clock_timestamp()`;
}

/** Whether any simulation waits, or has lost its worker: what a worker asks before it starts a process for it. */
export async function isAnySimulationWaiting(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ waiting: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM simulation
      WHERE state = 'waiting' OR (state = 'running' AND lease_until < clock_timestamp())) AS waiting`;
  return row?.waiting ?? false;
}

/** Notes how far a simulation is and renews its lease. @returns false where it was cancelled or taken over */
export async function noteProgress(
  tx: Tx,
  lease: SimulationLease,
  { done, events }: { done: number; events: number },
): Promise<boolean> {
  const noted = await tx.$executeRaw`
    UPDATE simulation
    SET events_done = ${done}, events = ${events},
        lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
    WHERE ${ofLease(lease)}`;
  return noted === 1;
}

/** Lets others begin it at once: this process is told to stop. */
export async function releaseSimulation(tx: Tx, lease: SimulationLease): Promise<void> {
  await tx.$executeRaw`
    UPDATE simulation
    SET state = 'waiting', attempts = attempts - 1, lease_holder = NULL, lease_until = NULL, started_at = NULL
    WHERE ${ofLease(lease)}`;
}

type DoneRow = { simulationId: string; name: string; request: Prisma.JsonValue; report: Prisma.JsonValue };

/** Simulations that tried a campaign and are done, the latest first. */
export async function selectDoneOf(
  tx: Tx,
  programId: string,
  campaignId: string,
  limit: number,
): Promise<DoneRow[]> {
  const tried = JSON.stringify({ variants: [{ campaignId }] });
  return tx.$queryRaw<DoneRow[]>`
    SELECT simulation_id::text AS "simulationId", name, request, report FROM simulation
    WHERE program_id = ${programId}::uuid AND state = 'done' AND report IS NOT NULL
      AND request @> ${tried}::jsonb
    ORDER BY simulation_id DESC
    LIMIT ${limit}`;
}
