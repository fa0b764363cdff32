"use client";

import { usePathname, useRouter } from "next/navigation";
import { Select } from "@/components/ui/select";
import { monthInWords } from "./partner-words";

/** Chooses the month of a statement; the choice lives in the URL. */
export function MonthSelect({
  months,
  month,
  locale,
}: {
  months: readonly string[];
  month: string;
  locale: string;
}) {
  const router = useRouter();
  const pathname = usePathname();
  return (
    <Select
      aria-label="Month"
      value={month}
      onChange={(event) => router.replace(`${pathname}?month=${event.target.value}`, { scroll: false })}
      className="w-48"
    >
      {(months.includes(month) ? months : [month, ...months]).map((each) => (
        <option key={each} value={each}>
          {monthInWords(each, locale)}
        </option>
      ))}
    </Select>
  );
}
