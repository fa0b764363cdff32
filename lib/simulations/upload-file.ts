import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { newId, toTypeId } from "@/lib/core/ids";
import { cleanFileName, guessMapping, removeFile, storeFile } from "@/lib/imports";
import { layoutOfFile, simulationFileKey } from "./files";
import type { SimulationFileDto } from "./schema";

/**
 * Takes in a file of events to simulate over. Nothing of it becomes an event of the program.
 * @param content the bytes of the file, as they come in
 * @throws Forbidden; Invalid when it is neither CSV with a header line nor events as JSON, one a line
 */
export async function uploadSimulationFile(
  ctx: Ctx,
  { fileName, content }: { fileName: string; content: AsyncIterable<Uint8Array> },
): Promise<SimulationFileDto> {
  requirePermission(ctx, "campaigns:write");
  const name = cleanFileName(fileName);
  const fileId = newId();
  const fileKey = simulationFileKey(ctx.programId, fileId);
  const { bytes } = await storeFile(fileKey, content);
  try {
    const layout = await layoutOfFile(fileKey);
    const columns = layout.kind === "csv" ? layout.columns : [];
    return {
      id: toTypeId("sim", fileId),
      fileName: name,
      fileBytes: bytes,
      kind: layout.kind,
      columns,
      guess: guessMapping(columns.map((column) => ({ name: column, samples: [] }))).columns,
    };
  } catch (error) {
    await removeFile(fileKey);
    throw error;
  }
}
