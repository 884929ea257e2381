import { Server, ServerResponse } from 'node:http';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { MessagePort, Worker } from 'node:worker_threads';
import { TurnContext } from 'botbuilder-core';
import { WebSocket } from 'ws';
import { MIGRATING, type Point } from './points.ts';
import { watch } from './watch.ts';

/**
 * Loaded before the product (`node --import`), also in its storage thread. At the point named in CHAOS_POINT the process kills
 * itself as the power would: no handler runs, nothing is flushed. Only parts from outside are watched, so that the
 * product is the product. Nothing happens before CHAOS_AFTER turns have been taken.
 */
const point = process.env['CHAOS_POINT'];
let turnsToGo = Number(process.env['CHAOS_AFTER'] ?? 0);
/** Each thread counts turns by what it sees of them: requests here, rows of the log in the storage thread. */
let isArmed = false;

function passing(here: Point): void {
  if (here === point && isArmed) process.kill(process.pid, 'SIGKILL');
}

const isTurn = (url: unknown, method: unknown) => method === 'POST' && /\/activities$/.test(String(url));

watch(Server.prototype, 'emit', (original, _self, [event, request]) => {
  if (event !== 'request') return original();
  const { url, method } = request as { url?: string; method?: string };
  if (isTurn(url, method)) {
    isArmed ||= turnsToGo <= 0;
    turnsToGo -= 1;
    passing('request-arrived');
  }
  return original();
});

watch(TurnContext.prototype, 'sendActivities', (original) => {
  passing('bot-begins');
  const sent = original();
  passing('bot-spoke');
  return sent;
});

watch(Worker.prototype, 'postMessage', (original, _self, [call]) => {
  const asked = original();
  const { operation } = call as { operation?: string };
  if (operation === 'commit') passing('write-asked');
  return asked;
});

watch(ServerResponse.prototype, 'end', (original, self) => {
  const { req } = self as ServerResponse;
  if (isTurn(req.url, req.method)) passing('before-answer');
  return original();
});

watch(WebSocket.prototype, 'send', (original) => {
  passing('before-stream');
  return original();
});

// What follows happens in the storage thread.
const sqlOf = new WeakMap<object, string>();
let written = 0;

watch(DatabaseSync.prototype, 'prepare', (original, _self, [sql]) => {
  const statement = original();
  if (typeof statement === 'object' && statement !== null) sqlOf.set(statement, String(sql).toLowerCase());
  return statement;
});

watch(StatementSync.prototype, 'all', (original, self) => {
  const rows = original();
  if (/^select .*"conversations"/.test(sqlOf.get(self) ?? '')) passing('state-read');
  return rows;
});

watch(StatementSync.prototype, 'run', (original, self) => {
  const sql = sqlOf.get(self) ?? '';
  if (point === MIGRATING && sql.startsWith('create ') && turnsToGo-- <= 0) process.kill(process.pid, 'SIGKILL');
  if (sql === 'commit' && isArmed) passing('before-commit');
  const result = original();
  if (sql.startsWith('begin')) {
    written = 0;
    passing('transaction-begun');
  }
  if (/^(insert into "activities"|update "conversations")/.test(sql)) {
    written += 1;
    isArmed ||= turnsToGo-- <= 0;
    passing('half-written');
  }
  if (sql === 'commit' && written > 0) passing('after-commit');
  return result;
});

watch(MessagePort.prototype, 'postMessage', (original) => {
  if (written > 0) passing('write-answered');
  return original();
});
