import { types } from 'node:util';
import { errorCode } from '../../errorCode.ts';

const SQLSTATE_LENGTH = 5;

/** By class of SQLSTATE, its first two characters: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const SENTENCES: Readonly<Record<string, string>> = {
  '08': 'The connection was lost. Check that the server runs and can be reached; the bot connects again by itself.',
  '25': 'It may only be read, as a standby may. Point DATABASE_URL at the server that may be written to.',
  '28': 'It does not accept the account. Correct name and password in DATABASE_URL.',
  '3D': 'There is no such database. Create it, or correct its name in DATABASE_URL.',
  '42': "The account may not do this, or tables are missing. Give the account all rights on the bot's own database.",
  '53': 'It is out of disk space, memory or connections. Free some; the bot needs no restart.',
  '55': 'Another process keeps rows locked for too long. Look for open transactions on the server.',
  '57': 'The server stopped the work, or is starting or stopping. The bot connects again by itself.',
  '58': 'The server cannot read or write its disk. Check its disk and its log.',
  XX: 'It reports damage. Stop the bot, look in the log of the server, and restore the newest backup.',
};

/** Codes and words of Node's sockets and of `pg`. */
const UNREACHABLE = /ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|ENOENT|timeout|terminated/;

/** What `pg` says when every connection of its pool stays taken. */
const NONE_FREE = 'timeout exceeded when trying to connect';

/** One sentence or two for the operator: what is wrong with the database of this name, and what to do. */
export function explainFailure(database: string): (error: unknown) => string {
  return (error) => `PostgreSQL (${database}): ${sentence(error)}`;
}

function sentence(error: unknown): string {
  const found = errorCode(error);
  const code = typeof found === 'string' ? found : '';
  const known = SENTENCES[code.slice(0, 2)];
  if (code.length === SQLSTATE_LENGTH && known) return known;
  if (types.isNativeError(error) && error.message === NONE_FREE) {
    return 'All connections are taken. If this lasts, raise DATABASE_CONNECTIONS, or look for what keeps the server busy.';
  }
  if (UNREACHABLE.test(code) || (types.isNativeError(error) && UNREACHABLE.test(error.message))) {
    return 'The server cannot be reached. Check that it runs, and the address in DATABASE_URL.';
  }
  return 'It could not do its work. The cause is in the log.';
}
