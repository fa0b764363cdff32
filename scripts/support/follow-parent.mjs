// Preloaded into every process that the launcher starts. When the launcher is gone, killed without a chance to
// stop its children, the channel to it closes and they end as well: a later start finds nothing in its way.

// A child must not live just because of the channel. Its own children (Next.js forks some) may depend on theirs.
if (process.ppid === Number(process.env.TESSERA_LAUNCHER)) process.channel?.unref();

process.once("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), 1_000).unref();
});
