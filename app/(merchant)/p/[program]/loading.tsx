import { Skeleton, TableSkeleton } from "@/components/ui/skeleton";

/** Stands where the page will be, in about its shape. */
export default function Loading() {
  return (
    <div aria-busy="true">
      <Skeleton className="h-7 w-44" />
      <Skeleton className="mt-2 h-4 w-64" />
      <div className="mt-6 overflow-hidden rounded-lg border bg-surface">
        <TableSkeleton rows={9} />
      </div>
    </div>
  );
}
