/** What a form shows after it was sent and not accepted: one sentence, one for each field, and what was typed. */
export type FormState = {
  message: string | null;
  /** By field name. */
  fields: Record<string, string>;
  /** By field name; never a password. */
  values: Record<string, string>;
};

export const EMPTY_FORM: FormState = { message: null, fields: {}, values: {} };

/** "40 seconds", "1 minute", "14 minutes": how long to wait, rounded up. */
export function waitInWords(seconds: number): string {
  const [count, unit] =
    seconds < 60 ? [Math.max(1, Math.ceil(seconds)), "second"] : [Math.ceil(seconds / 60), "minute"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
