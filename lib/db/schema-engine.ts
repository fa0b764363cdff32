import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import { DatabaseError, type Pool } from "pg";

/** The bindings of Prisma's schema engine before its WebAssembly is connected. */
interface EngineModule {
  SchemaEngine: typeof SchemaEngine;
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
}

/**
 * Loads Prisma's schema engine (WebAssembly, about half a second) bound to a connection pool.
 *
 * @param pool the database that the engine works on; it asks for the server's version even to compare files.
 * @param onScriptError hears the error of a migration script as PostgreSQL gave it.
 */
export async function loadSchemaEngine(
  pool: Pool,
  onScriptError: (error: unknown) => void = () => undefined,
): Promise<SchemaEngine> {
  engineModule ??= loadModule();
  const bindings = await engineModule;
  const factory = wholeScripts(new PrismaPg(pool), onScriptError);
  const datamodels: [string, string][] = [
    ["schema.prisma", 'datasource db {\n  provider = "postgresql"\n}\n'],
  ];
  return bindings.SchemaEngine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
}

// The bindings keep one instance: loading another while an engine lives would pull its memory from under it.
let engineModule: Promise<EngineModule> | undefined;

async function loadModule(): Promise<EngineModule> {
  const bindingsPath = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bindings = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as unknown as EngineModule;
  const bytes = await readFile(join(dirname(bindingsPath), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return bindings;
}

/** All files of a Prisma schema folder as the engine wants them. */
export async function readSchemaFiles(folder: string): Promise<{ path: string; content: string }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (name) => ({
      path: join(folder, name),
      content: await readFile(join(folder, name), "utf8"),
    })),
  );
}

/**
 * The stock adapter splits a script at every semicolon, which tears function bodies apart. Here a script goes
 * to PostgreSQL whole, as one query, and therefore as one transaction.
 */
function wholeScripts(
  factory: SqlMigrationAwareDriverAdapterFactory,
  onScriptError: (error: unknown) => void,
): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => withWholeScripts(await factory.connect(), onScriptError),
    connectToShadowDb: async () => withWholeScripts(await factory.connectToShadowDb(), onScriptError),
  };
}

function withWholeScripts(
  adapter: SqlDriverAdapter,
  onScriptError: (error: unknown) => void,
): SqlDriverAdapter {
  const pool = (adapter as SqlDriverAdapter & { underlyingDriver(): Pool }).underlyingDriver();
  adapter.executeScript = async (script) => {
    try {
      await pool.query(script);
    } catch (error) {
      onScriptError(error);
      if (!(error instanceof DatabaseError)) throw error;
      throw new DriverAdapterError({
        kind: "postgres",
        code: error.code ?? "XX000",
        severity: error.severity ?? "ERROR",
        message: error.message,
        detail: error.detail,
        column: error.column,
        hint: error.hint,
      });
    }
  };
  return adapter;
}
