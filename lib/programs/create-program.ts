import { recordAudit } from "@/lib/audit";
import type { Actor } from "@/lib/auth/actor";
import type { Clock } from "@/lib/core/clock";
import { Conflict } from "@/lib/core/errors";
import { newId, toTypeId } from "@/lib/core/ids";
import { isUniqueViolation, type Tx, withTx } from "@/lib/db";
import { DEFAULT_VALUE_PER_THOUSAND_MINOR } from "./point-type-input";
import { insertPointType } from "./point-types";
import { readProgram } from "./queries";
import { type ProgramDto, type ProgramInput, programInput, SPENDABLE_POINT_TYPE } from "./schema";

type Provisioning = { actor: Actor; clock: Clock; requestId: string; tx?: Tx };

/**
 * Founds a program with its lanes, its spendable point type and its own accounts.
 * @throws Conflict `slug_taken`
 */
export async function createProgram(
  scope: Provisioning,
  organizationId: string,
  input: ProgramInput,
): Promise<ProgramDto> {
  const { pointName, pointsExpireAfterMonths, eventsFrom, ...settings } = programInput.parse(input);
  const programId = newId();
  try {
    return await withTx(scope, async (tx) => {
      await tx.program.create({
        data: {
          ...settings,
          programId,
          organizationId,
          eventsFrom: new Date(eventsFrom),
          createdAt: scope.clock.now(),
        },
      });
      await tx.lane.createMany({
        data: Array.from({ length: settings.lanes }, (_, lane) => ({
          programId,
          lane,
          headHash: Buffer.alloc(32),
        })),
      });
      await insertPointType(tx, programId, {
        pointTypeNo: SPENDABLE_POINT_TYPE,
        code: "points",
        name: pointName,
        spendable: true,
        expiry:
          pointsExpireAfterMonths === null
            ? { kind: "none" }
            : { kind: "rolling", unit: "month", count: pointsExpireAfterMonths },
        pending: { kind: "immediate" },
        returnPolicy: "debt",
        valuePerThousandMinor: DEFAULT_VALUE_PER_THOUSAND_MINOR,
      });
      await recordAudit(
        tx,
        { ...scope, programId },
        { action: "program.created", target: toTypeId("prog", programId) },
      );
      return readProgram(programId, tx);
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new Conflict("slug_taken", "Another program already uses this address.");
    throw error;
  }
}
