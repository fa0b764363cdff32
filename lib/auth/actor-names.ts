import type { Tx } from "@/lib/db";

/**
 * The names of the people and API keys who did something, by their references as the audit log has them. Whoever is
 * gone, or is a job, has none.
 */
export async function readActorNames(
  tx: Tx,
  programId: string,
  actors: readonly (string | null)[],
): Promise<Map<string, string>> {
  const idsOf = (kind: string) => [
    ...new Set(
      actors.flatMap((actor) => (actor?.startsWith(`${kind}:`) ? actor.slice(kind.length + 1) : [])),
    ),
  ];
  const userIds = [...idsOf("user"), ...idsOf("partner")];
  const apiKeyIds = idsOf("apiKey");
  const [users, keys] = await Promise.all([
    userIds.length === 0
      ? []
      : tx.user.findMany({ where: { userId: { in: userIds } }, select: { userId: true, name: true } }),
    apiKeyIds.length === 0
      ? []
      : tx.apiKey.findMany({
          where: { programId, apiKeyId: { in: apiKeyIds } },
          select: { apiKeyId: true, name: true },
        }),
  ]);
  return new Map([
    ...users.flatMap(({ userId, name }): [string, string][] => [
      [`user:${userId}`, name],
      [`partner:${userId}`, name],
    ]),
    ...keys.map(({ apiKeyId, name }): [string, string] => [`apiKey:${apiKeyId}`, `API key “${name}”`]),
  ]);
}

/** The person behind an actor, as the audit log names people: of an API key, the one who made it. */
export async function readPersonBehind(tx: Tx, programId: string, actor: string): Promise<string> {
  if (!actor.startsWith("apiKey:")) return actor;
  const apiKeyId = actor.slice("apiKey:".length);
  const key = await tx.apiKey.findUnique({
    where: { programId_apiKeyId: { programId, apiKeyId } },
    select: { createdBy: true },
  });
  return key === null ? actor : `user:${key.createdBy}`;
}
