/** How choices stand side by side, whether pressing one follows a link or changes a value. */
export const FRAME = "inline-flex w-fit max-w-full gap-0.5 overflow-x-auto rounded-md border bg-sunken p-0.5";
export const SEGMENT =
  "inline-flex h-6.5 items-center gap-1.5 whitespace-nowrap rounded-sm px-2.5 font-medium text-ink-2 text-sm hover:text-ink touch:h-9.5 touch:px-3 [&_svg]:size-4";
/** Where there is no room for all of them, the chosen one is in sight. */
export const CHOSEN = "bg-surface text-ink ring-1 ring-line [scroll-initial-target:nearest]";
