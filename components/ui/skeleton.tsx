import { classNames } from "./class-names";

/** A grey shape where content will be. Give it the size of what it stands for: `className="h-5 w-40"`. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={classNames("block animate-breathe rounded-sm bg-line/70", className)}
    />
  );
}

/** Rows of a table while it loads. */
export function TableSkeleton({ rows = 8, columns = 4 }: { rows?: number; columns?: number }) {
  return (
    <div role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are placeholders without identity
        <div key={row} className="flex items-center gap-6 border-b px-4.5 py-3.5 last:border-b-0">
          {Array.from({ length: columns }, (_, column) => (
            <Skeleton
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              key={column}
              className={classNames("h-4", column === 0 ? "w-1/3" : "w-1/6", column > 1 && "max-md:hidden")}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
