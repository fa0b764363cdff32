import { CopyButton } from "@/components/ui/copy-button";
import { Panel } from "@/components/ui/panel";
import type { Delivery } from "@/lib/redemptions/schema";

/** Where something goes, as it stands on a parcel, and to be copied onto one. */
export function DeliveryPanel({ delivery, locale }: { delivery: Delivery; locale: string }) {
  const lines = addressLines(delivery, locale);
  return (
    <Panel title="Where it goes" actions={<CopyButton value={lines.join("\n")}>Copy</CopyButton>}>
      <address className="whitespace-pre-line break-words text-base not-italic">{lines.join("\n")}</address>
    </Panel>
  );
}

function addressLines(delivery: Delivery, locale: string): string[] {
  const { name, line1, line2, postalCode, city, region, country, phone } = delivery;
  const countryName = new Intl.DisplayNames(locale, { type: "region" }).of(country) ?? country;
  return [name, line1, line2, `${postalCode} ${city}`, region, countryName, phone].filter(
    (line) => line !== "",
  );
}
