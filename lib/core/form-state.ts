/** What a form shows after it was sent and not accepted: one sentence, one for each field, and what was typed. */
export type FormState = {
  message: string | null;
  /** By field name. */
  fields: Record<string, string>;
  /** By field name; never a password. */
  values: Record<string, string>;
};

export const EMPTY_FORM: FormState = { message: null, fields: {}, values: {} };
