import { Plus, Shapes } from "lucide-react";
import type { Metadata } from "next";
import { NoAccess } from "@/components/merchant/no-access";
import { CategoryDialog } from "@/components/merchant/rewards/category-dialog";
import { CategoryList } from "@/components/merchant/rewards/category-list";
import { RewardsTabs } from "@/components/merchant/rewards/rewards-tabs";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { listCategories } from "@/lib/rewards";
import { changeOneCategory, createOneCategory, orderAllCategories, removeOneCategory } from "../actions";

export const metadata: Metadata = { title: "Reward categories" };

/** The shelves of the catalogue. */
export default async function CategoriesPage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "rewards:read")) return <NoAccess permission="rewards:read" />;
  const categories = await listCategories(ctx);
  const actions = {
    create: createOneCategory,
    change: changeOneCategory,
    remove: removeOneCategory,
    order: orderAllCategories,
  };
  const mayWrite = can(ctx.actor, "rewards:write");
  const newCategory = mayWrite && (
    <CategoryDialog
      category={null}
      actions={actions}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden="true" />
          New category
        </Button>
      }
    />
  );
  return (
    <>
      <PageHeader title="Categories" description="The shelves by which members look" actions={newCategory} />
      <RewardsTabs program={program.slug} current="categories" />
      <div className="max-w-3xl overflow-hidden rounded-lg border bg-surface">
        {categories.length === 0 ? (
          <EmptyState
            title="No categories yet"
            icon={<Shapes aria-hidden="true" />}
            action={newCategory}
            example="In the café · For home · More than coffee"
          >
            With more than a handful of rewards, members look by category. Each is named in every language
            that they read.
          </EmptyState>
        ) : (
          <CategoryList categories={categories} actions={mayWrite ? actions : null} />
        )}
      </div>
    </>
  );
}
