/** A few lines of a file of credits, to show what one looks like. */
export function ExampleCredits() {
  return (
    <pre className="whitespace-pre-wrap break-all font-mono text-xs leading-relaxed">
      {[
        "member,points,reason",
        "C-2261,250,Spring raffle",
        "amira@example.com,100,Survey",
        "BC4410772903,50,",
      ].join("\n")}
    </pre>
  );
}
