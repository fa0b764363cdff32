"use client";

import { usePathname, useRouter } from "next/navigation";
import { Select } from "@/components/ui/select";

/** Which two versions are compared; the choice lives in the URL. */
export function VersionChooser({
  versions,
  from,
  to,
}: {
  versions: readonly { version: number; words: string }[];
  from: number;
  to: number;
}) {
  const router = useRouter();
  const path = usePathname();
  const go = (chosen: { from: number; to: number }) =>
    router.replace(`${path}?from=${chosen.from}&to=${chosen.to}`, { scroll: false });
  const options = versions.map(({ version, words }) => (
    <option key={version} value={version}>
      {words}
    </option>
  ));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        aria-label="Compare from"
        value={String(from)}
        onChange={(event) => go({ from: Number(event.target.value), to })}
      >
        {options}
      </Select>
      <span className="text-ink-2">to</span>
      <Select
        aria-label="Compare to"
        value={String(to)}
        onChange={(event) => go({ from, to: Number(event.target.value) })}
      >
        {options}
      </Select>
    </div>
  );
}
