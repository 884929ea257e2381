import { readConfig } from '../../bot/config.ts';
import { start } from '../../bot/start.ts';

/** The product as it is, but for the limits that keep one address from opening a thousand chats at once. */
const running = await start(readConfig(process.env), {
  tokensPerMinute: 1e6,
  postsPerTenSeconds: 1e6,
  turnsAtEasePerTenSeconds: 1e6,
});
console.log(`ready ${running.url}`);
process.once('SIGTERM', () => void running.close().then(() => process.exit(0)));
