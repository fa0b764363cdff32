import type { VoucherDto } from "@/lib/benefits/schema";

type Lasting = Pick<VoucherDto, "expiresOn">;

/** What runs out first is used first; what has no last day comes at the end. */
export function soonestFirst<Voucher extends Lasting>(vouchers: readonly Voucher[]): Voucher[] {
  return vouchers.toSorted(
    (one, other) =>
      Number(one.expiresOn === null) - Number(other.expiresOn === null) ||
      (one.expiresOn ?? "").localeCompare(other.expiresOn ?? ""),
  );
}
