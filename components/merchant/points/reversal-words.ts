import { formatDay, formatNumber } from "@/components/ui/format";
import type { ReturnPreview, ReversalPreview } from "@/lib/wallet/schema";
import { BENEFIT_WORDS } from "../benefit-words";
import type { Consequence } from "./consequences";

type Speech = { locale: string; pointName: string };

/** What a reversal would do, in the order in which it matters. */
export function reversalConsequences(preview: ReversalPreview, speech: Speech): Consequence[] {
  const rows: Consequence[] = [];
  if (preview.points !== 0) rows.push({ label: "Available", delta: preview.points });
  if (preview.pending !== 0) rows.push({ label: "Pending", delta: preview.pending });
  if (preview.owed > 0) rows.push(owed(preview.owed));
  if (preview.owed < 0) rows.push({ label: "No longer owed", total: -preview.owed });
  if (preview.forgiven > 0) rows.push(kept(preview.forgiven));
  for (const { code, name, points } of preview.otherTypes)
    rows.push({ label: `${name} (${code})`, delta: points });
  if (preview.grace !== null) {
    const until = formatDay(preview.grace.until, "date", speech.locale);
    const count = formatNumber(preview.grace.points, speech.locale);
    rows.push({
      label: "More time",
      note: `${count} ${speech.pointName} have expired since. They can be used until ${until}.`,
    });
  }
  if (rows.length === 0) rows.push({ label: "No points move" });
  return [...rows, ...afterwards(preview)];
}

/** What a return would do, line by line of the purchase. */
export function returnConsequences(preview: ReturnPreview, speech: Speech): Consequence[] {
  const rows: Consequence[] = [];
  if (preview.fromPending > 0) rows.push({ label: "From pending", delta: -preview.fromPending });
  if (preview.fromBalance > 0) rows.push({ label: "From the balance", delta: -preview.fromBalance });
  if (preview.debt > 0) rows.push(owed(preview.debt));
  if (preview.forgiven > 0) rows.push(kept(preview.forgiven));
  for (const { code, name, points } of preview.otherTypes) {
    rows.push({ label: `${name} (${code})`, delta: -points });
  }
  if (rows.length === 0) rows.push({ label: `No ${speech.pointName} to take back` });
  for (const { kind, what, stays } of preview.benefits) {
    rows.push({
      label: `${BENEFIT_WORDS[kind]} “${what}”`,
      note: stays ? "Stays: it is used, read or given again by now." : "Goes with the last of the purchase.",
    });
  }
  return [...rows, ...afterwards(preview)];
}

function owed(points: number): Consequence {
  return {
    label: "Owed",
    total: points,
    note: "Spent already; what the member earns next pays for them first.",
  };
}

function kept(points: number): Consequence {
  return { label: "Left to the member", total: points, note: "Spent already, and not asked back." };
}

function afterwards({
  availableAfter,
  owedAfter,
}: {
  availableAfter: number;
  owedAfter: number;
}): Consequence[] {
  const rows: Consequence[] = [{ label: "Available afterwards", total: availableAfter }];
  if (owedAfter > 0) rows.push({ label: "Owed afterwards", total: owedAfter });
  return rows;
}
