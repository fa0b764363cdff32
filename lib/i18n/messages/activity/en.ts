export const en = { pending: "Pending" } as const;
