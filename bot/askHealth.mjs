// Asked by the container's health check: 0 when the bot on this machine is up and can store what is said, else 1.
const port = process.env.PORT || '3978';
try {
  const reply = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(4000) });
  process.exit(reply.ok ? 0 : 1);
} catch {
  process.exit(1);
}
