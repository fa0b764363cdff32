import type { SqlTx } from "@/lib/db";
import { openBasket } from "./open-basket";
import { openFile } from "./open-file";
import { openHistory } from "./open-history";
import type { Met, PastSource, SourceContext } from "./past-source";

/** Opens what a request wants to go through. @throws Invalid when a file or a basket cannot be read */
export function openSource(
  tx: SqlTx,
  context: SourceContext,
  members: Map<string, Met>,
): Promise<PastSource> {
  const { source } = context.request;
  switch (source.kind) {
    case "history":
      return openHistory(tx, context, source, members);
    case "file":
      return openFile(tx, context, source, members);
    case "basket":
      return openBasket(tx, context, source, members);
  }
}
