import type { CodePartner, CodeReward } from "./catalogue";
import type { ProgramDocument } from "./schema";

/** What of a document can be made so in a program. */
export type Reachable = {
  /** Pictures that the program has, or can take over from another of its company. */
  pictures: ReadonlySet<string>;
};

type Kept<Item> = { items: Item[]; kept: string[] };

/**
 * The rewards that a document wants, but for what is a program's own: how many are left of what is counted goes down as
 * rewards are had, and a picture that is nowhere within reach cannot be made from its name.
 */
export function keepOwnOfRewards(
  before: ProgramDocument,
  after: ProgramDocument,
  { pictures }: Reachable,
): Kept<CodeReward> {
  const had = new Map(before.rewards?.map((reward) => [reward.key, reward]));
  const kept: string[] = [];
  const items = (after.rewards ?? before.rewards ?? []).map((reward) => {
    const own = had.get(reward.key);
    let { stock, image } = reward;
    if (own !== undefined && own.stock !== null && stock !== null && own.stock !== stock) {
      kept.push(
        `The stock of the reward “${reward.key}” stays at ${own.stock}: it is counted in the program.`,
      );
      stock = own.stock;
    }
    if (image !== null && image !== own?.image && !pictures.has(image)) {
      kept.push(
        `The picture of the reward “${reward.key}” is in none of the company’s programs: upload it with the reward.`,
      );
      image = own?.image ?? null;
    }
    return { ...reward, stock, image };
  });
  return { items, kept };
}

/** The partners that a document wants: orders go on to where a program has them sent already. */
export function keepOwnOfPartners(before: ProgramDocument, after: ProgramDocument): Kept<CodePartner> {
  const had = new Map(before.partners?.map((partner) => [partner.key, partner]));
  const kept: string[] = [];
  const items = (after.partners ?? before.partners ?? []).map((partner) => {
    const address = had.get(partner.key)?.orderUrl ?? null;
    if (address === null || address === partner.orderUrl) return partner;
    kept.push(`Orders go on to the reward partner “${partner.key}” at ${address}.`);
    return { ...partner, orderUrl: address };
  });
  return { items, kept };
}
