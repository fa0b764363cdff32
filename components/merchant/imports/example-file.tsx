/** A few lines of a transaction file, to show what one looks like. */
export function ExampleFile() {
  return (
    <pre className="whitespace-pre-wrap break-all font-mono text-xs leading-relaxed">
      {[
        "receipt,customer,sold_at,total,product,line.attributes.organic",
        "1041,C-2261,2026-03-14 09:12:05,3.80,flat white,yes",
        "1041,C-2261,2026-03-14 09:12:05,2.40,croissant,no",
        "1042,C-0511,2026-03-14 09:15:41,4.20,latte,",
      ].join("\n")}
    </pre>
  );
}
