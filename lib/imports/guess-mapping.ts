import { guessLabels } from "./line-labels";
import { guessTimeFormat } from "./occurred-at";
import { IMPORT_FIELDS, type ImportField, MAX_LABELS, type SampleDto } from "./schema";

/** Names that columns go by in the exports of tills and shops, the likeliest first; compared without signs. */
const KNOWN_NAMES: Record<ImportField, readonly string[]> = {
  basketId: [
    "basketid",
    "basket",
    "transactionid",
    "orderid",
    "receiptid",
    "receiptno",
    "receiptnumber",
    "receipt",
    "ordernumber",
    "orderno",
    "invoiceno",
    "invoiceid",
    "invoice",
    "ticketid",
    "ticket",
    "bonnr",
    "belegnr",
    "belegnummer",
    "transactionno",
    "transactionnumber",
    "tid",
    "purchaseid",
    "purchase",
  ],
  memberId: [
    "memberid",
    "member",
    "householdid",
    "householdkey",
    "customerid",
    "customerno",
    "customernumber",
    "customer",
    "cardnumber",
    "loyaltyid",
    "userid",
    "clientid",
    "kundennummer",
    "kundennr",
    "kunde",
  ],
  occurredAt: [
    "occurredat",
    "transactiontimestamp",
    "timestamp",
    "transactiontime",
    "transactiondate",
    "datetime",
    "orderdate",
    "purchasedate",
    "purchasedat",
    "invoicedate",
    "createdat",
    "soldat",
    "date",
    "datum",
    "zeitpunkt",
    "time",
  ],
  amount: [
    "amount",
    "salesvalue",
    "linetotal",
    "total",
    "totalprice",
    "lineamount",
    "sales",
    "revenue",
    "value",
    "grosstotal",
    "price",
    "betrag",
    "umsatz",
    "summe",
  ],
  quantity: ["quantity", "qty", "units", "pieces", "count", "menge", "anzahl"],
  sku: [
    "sku",
    "productid",
    "productcode",
    "itemid",
    "itemno",
    "articleid",
    "articlenumber",
    "ean",
    "gtin",
    "upc",
    "stockcode",
    "artikelnummer",
    "artikelnr",
  ],
  name: [
    "name",
    "productname",
    "itemname",
    "product",
    "item",
    "description",
    "article",
    "bezeichnung",
    "artikel",
  ],
  category: [
    "category",
    "productcategory",
    "department",
    "productgroup",
    "commodity",
    "kategorie",
    "warengruppe",
  ],
  brand: ["brand", "manufacturer", "marke"],
  store: ["store", "storeid", "shop", "shopid", "branch", "location", "outlet", "filiale"],
  channel: ["channel", "saleschannel", "kanal"],
  device: ["device", "deviceid", "till", "terminal", "register", "kasse"],
  codes: ["codes", "couponcode", "couponcodes", "promocode", "vouchercode", "gutscheincode"],
};

type Column = { name: string; samples: readonly string[] };

/** A first proposal of which column is what, from names and a few values; it may lack fields that are needed. */
export function guessMapping(columns: readonly Column[]): SampleDto["guess"] {
  const bySignlessName = new Map(
    columns.map(({ name }) => [name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""), name]),
  );
  const guessed: Partial<Record<ImportField, string>> = {};
  const taken = new Set<string>();
  for (const field of IMPORT_FIELDS) {
    const found = KNOWN_NAMES[field]
      .map((known) => bySignlessName.get(known))
      .find((name) => name !== undefined && !taken.has(name));
    if (found === undefined) continue;
    guessed[field] = found;
    taken.add(found);
  }
  const samplesOf = (field: ImportField) =>
    columns.find(({ name }) => name === guessed[field])?.samples ?? [];
  const labels = guessLabels(
    columns.map(({ name }) => name),
    MAX_LABELS,
  );
  return {
    columns: guessed as Record<string, string>,
    ...(Object.keys(labels).length > 0 && { labels }),
    occurredAtFormat: guessTimeFormat(samplesOf("occurredAt")) ?? "iso",
    decimalSeparator: samplesOf("amount").some((sample) => /\d,\d{1,2}$/.test(sample.trim()))
      ? "comma"
      : "point",
    amountUnit: "major",
  };
}
