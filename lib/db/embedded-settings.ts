import { totalmem } from "node:os";

/**
 * Command-line settings of the server: modest on a small machine, durable (fsync stays on), and never reachable
 * from outside the machine. `overrides` win.
 * @param sockets folder of its Unix socket; null: it has none
 */
export function serverFlags(
  port: number,
  sockets: string | null,
  overrides: Record<string, string>,
): string[] {
  const megabytes = totalmem() / 2 ** 20;
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: sockets ?? "",
    max_connections: "100",
    shared_buffers: `${Math.round(Math.min(4096, Math.max(128, megabytes / 8)))}MB`,
    effective_cache_size: `${Math.round(megabytes / 2)}MB`,
    maintenance_work_mem: "128MB",
    work_mem: "16MB",
    wal_compression: "on",
    max_wal_size: "8GB",
    // A new file of the log is not filled with zeroes first: in a burst, every byte of it would be written twice.
    wal_init_zero: "off",
    checkpoint_timeout: "15min",
    random_page_cost: "1.1",
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    // A connection whose process is gone must not hold its locks for hours.
    tcp_keepalives_idle: "30",
    ...overrides,
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
