"use client";

import { ArrowDown, ArrowUp, Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";
import type { CategoryDto } from "@/lib/rewards/schema";
import { CategoryDialog } from "./category-dialog";
import type { CategoryActions } from "./server-actions";

/** The categories in the order of the catalogue. */
export function CategoryList({
  categories,
  actions,
}: {
  categories: readonly CategoryDto[];
  /** Null for those who only look. */
  actions: CategoryActions | null;
}) {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();
  const [pending, start] = useTransition();
  const codes = categories.map(({ code }) => code);

  const swap = (order: CategoryActions["order"], place: number, other: number) =>
    start(async () => {
      const next = [...codes];
      [next[place], next[other]] = [codes[other] ?? "", codes[place] ?? ""];
      const result = await order({ program: program.slug, codes: next });
      if (!result.ok) toast.failure(result.error.message);
      router.refresh();
    });

  return (
    <ol className="divide-y">
      {categories.map((category, place) => (
        <li key={category.code} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4.5 py-3">
          <div className="min-w-40 flex-1">
            <p className="break-words font-medium">{category.name}</p>
            <p className="font-mono text-ink-3 text-xs">{category.code}</p>
          </div>
          <Link
            href={`/p/${program.slug}/rewards?category=${category.code}`}
            className="rounded-sm text-ink-2 text-sm hover:text-ink hover:underline"
          >
            {category.rewards === 1 ? "1 reward" : `${category.rewards} rewards`}
          </Link>
          {actions && (
            <span className="flex items-center gap-1">
              <IconButton
                label={`Move ${category.name} up`}
                icon={<ArrowUp />}
                disabled={pending || place === 0}
                onClick={() => swap(actions.order, place, place - 1)}
              />
              <IconButton
                label={`Move ${category.name} down`}
                icon={<ArrowDown />}
                disabled={pending || place === categories.length - 1}
                onClick={() => swap(actions.order, place, place + 1)}
              />
              <CategoryDialog
                category={category}
                actions={actions}
                trigger={<IconButton label={`Edit ${category.name}`} icon={<Pencil />} />}
              />
              <ConfirmDialog
                trigger={<IconButton label={`Remove ${category.name}`} icon={<Trash2 />} />}
                title={`Remove “${category.name}”?`}
                description="Its rewards stay in the catalogue, in no category."
                confirmLabel="Remove category"
                confirmVariant="danger"
                onConfirm={async () => {
                  const result = await actions.remove({ program: program.slug, code: category.code });
                  if (!result.ok) throw new Error(result.error.message);
                  toast.success("The category is gone");
                  router.refresh();
                }}
              />
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
