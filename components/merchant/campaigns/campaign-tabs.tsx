import { LinkTabs } from "@/components/ui/link-tabs";

/** The pages of one campaign. */
export function CampaignTabs({
  program,
  id,
  current,
}: {
  /** Slug */
  program: string;
  /** TypeID */
  id: string;
  current: "rules" | "results" | "versions";
}) {
  const path = `/p/${program}/campaigns/${id}`;
  return (
    <LinkTabs
      label="Campaign"
      className="mb-5"
      tabs={[
        { href: path, label: "Rules", current: current === "rules" },
        { href: `${path}/results`, label: "Results", current: current === "results" },
        { href: `${path}/versions`, label: "Versions", current: current === "versions" },
      ]}
    />
  );
}
