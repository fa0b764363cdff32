/** Runs once in every server process, before its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { recordPeerAddresses } = await import("@/lib/auth/peer-address");
  recordPeerAddresses();
  const { startCaching } = await import("@/lib/cache");
  startCaching();
}
