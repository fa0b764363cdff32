import { z } from "zod";
import { isNamed, reportTables, tableOf } from "@/components/merchant/simulator/report-tables";
import { requireMerchant } from "@/lib/auth/session";
import { csvDownload, toCsvLine } from "@/lib/core/csv";
import { AppError } from "@/lib/core/errors";
import { fromTypeId } from "@/lib/core/ids";
import { readSimulation } from "@/lib/simulations";
import { readNames } from "../../read-names";

const search = z.object({
  table: z.string().max(40),
  variant: z.coerce.number().int().min(0).max(10).catch(1),
});

/** A table of a report as a CSV file, whole. Money is in minor units. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ program: string; id: string }> },
): Promise<Response> {
  const { program, id } = await params;
  const { ctx } = await requireMerchant(program);
  const simulationId = fromTypeId("sim", id);
  const wanted = search.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  try {
    if (simulationId === null || !wanted.success)
      return new Response("There is no such table.", { status: 404 });
    const { report, name } = await readSimulation(ctx, simulationId);
    const tables = report === null ? [] : reportTables(report, wanted.data.variant);
    const table = tableOf(tables, wanted.data.table);
    if (report === null || table === undefined)
      return new Response("There is no such table.", { status: 404 });
    const names = await readNames(ctx, report);
    const { columns, rows } = table;
    const header = columns.flatMap(({ header: title, kind }) => (isNamed(kind) ? [title, "Name"] : [title]));
    const lines = rows.map((row) =>
      columns.flatMap(({ key, kind }) => {
        const value = row[key] ?? null;
        return isNamed(kind) ? [value, names[kind].get(String(value)) ?? null] : [value];
      }),
    );
    return csvDownload(`${name} ${table.key}`, [header, ...lines].map(toCsvLine));
  } catch (error) {
    if (error instanceof AppError) return new Response(error.publicMessage, { status: error.status });
    throw error;
  }
}
