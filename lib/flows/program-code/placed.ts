import { Invalid } from "@/lib/core/errors";
import type { CodeChange, ProgramDocument } from "@/lib/program-code";

/** Lists of a document whose members verbs look at closely, by the kind of change. */
const LISTS = { reward: "rewards", "code pool": "pools", campaign: "campaigns" } as const;

/** What verbs call otherwise than documents do. */
const IN_DOCUMENT: Readonly<Record<string, string>> = {
  "/partnerId": "/partner",
  "/poolId": "/pool",
  "/imageId": "/image",
};

/**
 * Does one of the changes; what a verb refuses is said of the place in the document that it is about.
 * @throws whatever the work throws
 */
export async function placed<T>(
  { kind, code }: CodeChange,
  document: ProgramDocument,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const list = LISTS[kind as keyof typeof LISTS];
    if (!(error instanceof Invalid) || list === undefined) throw error;
    const index = document[list]?.findIndex(({ key }) => key === code) ?? -1;
    throw new Invalid(
      `The ${kind} “${code}” cannot be as the file has it. ${error.publicMessage}`,
      error.fields?.map(({ pointer, ...field }) => ({
        ...field,
        pointer: `/${list}/${index}${IN_DOCUMENT[pointer] ?? pointer}`,
      })),
    );
  }
}
