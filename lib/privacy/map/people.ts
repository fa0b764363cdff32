import { type Classification, ofMember } from "./classification";

/** Who members are, what they agreed to, and what they sign in with. */
export const PEOPLE: Record<string, Classification> = {
  member: {
    of: ofMember,
    export: {
      as: "profile",
      columns: [
        "member_id",
        "external_id",
        "card_number",
        "name",
        "email",
        "phone",
        "birthday",
        "attributes",
        "tags",
        "tier",
        "status",
        "locale",
        "joined_at",
        "last_sign_in_at",
        "email_verified_at",
      ],
    },
    erase: {
      external_id: "clear",
      card_number: "replace",
      name: "replace",
      email: "clear",
      email_verified_at: "clear",
      phone: "clear",
      attributes: "empty",
      password_hash: "clear",
      last_sign_in_at: "clear",
      consents: "empty",
      locale: "clear",
      birthday: "clear",
      tier: "clear",
      tags: "empty",
    },
  },
  member_search: {
    of: ofMember,
    export: { elsewhere: "words of the profile, for searching" },
    erase: "rows",
  },
  segment_member: {
    of: ofMember,
    export: { as: "segments", columns: ["segment_code", "added_at"] },
    erase: "rows",
  },
  mail: {
    of: ofMember,
    export: {
      as: "mails",
      columns: ["mail_id", "kind", "recipient", "subject", "text", "state", "created_at"],
    },
    erase: "rows",
  },
  email_code: {
    of: ofMember,
    export: { elsewhere: "a code that proves an address, for minutes" },
    erase: "rows",
  },
  member_session: {
    of: ofMember,
    export: { as: "devices", columns: ["browser", "system", "started_at", "seen_at"] },
    erase: "rows",
  },
  consent_record: {
    of: ofMember,
    export: {
      as: "consents",
      columns: ["recorded_at", "purpose", "granted", "version", "wording", "locale", "via"],
    },
    // That somebody had agreed has to be proven for as long as anybody may ask, without telling who it was.
    erase: {},
    stays: {
      purpose: "the program's",
      wording: "the program's",
      locale: "the language of the wording",
      recorded_by: "an id",
      via: "one of the ways to agree",
    },
  },
  push_subscription: {
    of: ofMember,
    export: { as: "pushSubscriptions", columns: ["created_at", "endpoint"] },
    erase: "rows",
  },
  push_choice: { of: ofMember, export: { as: "pushChoices", columns: ["kind", "wanted"] }, erase: "rows" },
  push: {
    of: ofMember,
    export: { as: "pushes", columns: ["kind", "content", "state", "created_at", "closed_at"] },
    erase: "rows",
  },
  erasure: {
    of: ofMember,
    export: { as: "erasure", columns: ["state", "requested_at", "due_at"] },
    erase: { error: "clear" },
    stays: { requested_by: "an id" },
  },
  scrubbing: {
    of: ofMember,
    export: { elsewhere: "that something was erased, and how many rows" },
    erase: {},
    stays: { counts: "numbers of rows" },
  },
};
