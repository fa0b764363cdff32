import { SearchX } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";

export default function NotFound() {
  return (
    <EmptyState headingLevel={1} title="There is nothing here" icon={<SearchX aria-hidden="true" />}>
      The address may be mistyped, or what was here belongs to another program.
    </EmptyState>
  );
}
