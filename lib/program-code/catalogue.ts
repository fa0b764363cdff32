import { z } from "zod";
import { stableKey } from "@/lib/core/stable-key";
import { newSupplier, partnerEndpoint } from "@/lib/partners/schema";
import { FULFILMENTS, newPool, newRewardContent } from "@/lib/rewards/schema";

/** A reward partner: who looks after it, and what its calls are signed with, is each program's own. */
export const codePartner = newSupplier.extend({
  /** Where orders are sent: given to a partner that has no address yet, and left as it is otherwise. */
  orderUrl: partnerEndpoint.shape.orderUrl.default(null),
});
export type CodePartner = z.output<typeof codePartner>;

/** A pool of codes, without the codes. */
export const codePool = z.strictObject({
  key: stableKey,
  name: newPool.shape.name,
  /** Key of the reward partner who fills it; null: the program itself. */
  partner: stableKey.nullable().default(null),
  lowAt: newPool.shape.lowAt,
});
export type CodePool = z.output<typeof codePool>;

const { kind, partnerId: _, imageId: __, poolId: ___, startsAt, endsAt, ...content } = newRewardContent.shape;

/** An instant as the database gives it back: in UTC. */
const inUtc = (text: string) => new Date(text).toISOString();
const instant = z.iso.datetime({ offset: true }).overwrite(inUtc).nullable().default(null);

export const codeReward = z.strictObject({
  key: stableKey,
  /** What is archived stays out of the document. */
  state: z.enum(["draft", "published"]),
  kind,
  ...content,
  fulfilment: z.enum(FULFILMENTS),
  startsAt: instant.meta(startsAt.meta() ?? {}),
  endsAt: instant.meta(endsAt.meta() ?? {}),
  /** Key of the reward partner who supplies it; null: the program itself. */
  partner: stableKey.nullable().default(null),
  /** Key of the pool that its codes come from. */
  pool: stableKey.nullable().default(null),
  /** Its picture by the SHA-256 of the file that was uploaded; the file itself is not in the document. */
  image: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/, "A picture is named as sha256:<64 hexadecimal digits>.")
    .nullable()
    .default(null),
});
export type CodeReward = z.output<typeof codeReward>;

const HASH = "sha256:";

/** How a document names a picture. @param hash in hexadecimal digits */
export function pictureName(hash: string): string {
  return `${HASH}${hash}`;
}

/** The hash in what a document names a picture by, in hexadecimal digits. */
export function hashIn(picture: string): string {
  return picture.slice(HASH.length);
}
