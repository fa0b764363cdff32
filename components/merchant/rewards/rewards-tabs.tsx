import { LinkTabs } from "@/components/ui/link-tabs";

const TABS = [
  { id: "catalogue", label: "Catalogue", path: "" },
  { id: "pools", label: "Code pools", path: "/code-pools" },
  { id: "redemptions", label: "Redemptions", path: "/redemptions" },
  { id: "categories", label: "Categories", path: "/categories" },
] as const;

/** The pages about rewards. */
export function RewardsTabs({ program, current }: { program: string; current: (typeof TABS)[number]["id"] }) {
  return (
    <LinkTabs
      label="Rewards"
      className="mb-5"
      tabs={TABS.map(({ id, label, path }) => ({
        label,
        href: `/p/${program}/rewards${path}`,
        current: id === current,
      }))}
    />
  );
}
