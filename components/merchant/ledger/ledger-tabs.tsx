import { LinkTabs } from "@/components/ui/link-tabs";

const TABS = [
  { id: "verification", label: "Verification", path: "" },
  { id: "days", label: "Days", path: "/days" },
] as const;

/** The pages about the ledger as a whole. */
export function LedgerTabs({ program, current }: { program: string; current: (typeof TABS)[number]["id"] }) {
  return (
    <LinkTabs
      label="Ledger"
      className="mb-5"
      tabs={TABS.map(({ id, label, path }) => ({
        label,
        href: `/p/${program}/ledger${path}`,
        current: id === current,
      }))}
    />
  );
}
