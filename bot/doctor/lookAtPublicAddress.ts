import { type Finding, good, untested, WHO, wrong } from './finding.ts';
import { networkFault } from './networkFault.ts';

const TIMEOUT_MS = 10_000;
const PATH = '/api/messages';
/** A server that has nobody behind it, or not yet the right one. */
const NOBODY_BEHIND = [404, 502, 503, 504];

/**
 * Whether the address that Teams is given leads to this bot. A message without a token must be refused, by the bot
 * itself, with 401. Seen from this machine: a firewall may still keep Microsoft out.
 */
export async function lookAtPublicAddress(publicUrl: string, isRunning: boolean): Promise<Finding> {
  const address = `${publicUrl}${PATH}`;
  let reply: Response;
  try {
    reply = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    return wrong(
      `The public address ${publicUrl} cannot be reached: ${networkFault(error)}.`,
      WHO.network,
      'let this name point to the proxy in front of the bot, with a certificate that browsers trust (PUBLIC_URL in .env).',
    );
  }
  return meaningOf(reply, address, isRunning);
}

function meaningOf({ status, headers }: Response, address: string, isRunning: boolean): Finding {
  const asksPassword = /^(basic|ntlm|negotiate)/i.test(headers.get('www-authenticate') ?? '');
  if (status === 401 && !asksPassword) return good(`${address} leads to the bot, which refuses strangers.`);
  if (!isRunning && NOBODY_BEHIND.includes(status)) {
    return untested(`${address} has a good name and certificate; start the bot and run this again to test the rest.`);
  }
  return wrong(`${address} does not lead to the bot: it answers ${status}.`, WHO.network, cure(status, asksPassword));
}

function cure(status: number, asksPassword: boolean): string {
  if (asksPassword)
    return `let the proxy ask no password for ${PATH}: Microsoft has none, and the bot checks who calls.`;
  if (status >= 300 && status < 400)
    return `let the proxy answer ${PATH} itself, without sending on: Teams does not follow.`;
  if (status === 400)
    return 'let the proxy pass on the Host header as it came, and look whether PUBLIC_URL in .env is this name.';
  if (status === 404)
    return `let the proxy pass on POST ${PATH} to the bot, and start the bot anew after changing .env.`;
  if (status === 403) return `let the firewall or proxy take POST ${PATH} from everyone: the bot checks who calls.`;
  return `let the proxy pass on POST ${PATH} to the bot unchanged.`;
}
