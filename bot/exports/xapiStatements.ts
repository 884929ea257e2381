import { createHash, createHmac, type KeyObject } from 'node:crypto';
import { OWN_CASE } from '../../content/ownCase/ownScenario.ts';
import type { TipId } from '../../content/schema/move.ts';
import type { TipReport } from '../../dialogs/engine/debrief.ts';
import type { Content } from '../../dialogs/ports.ts';
import type { RehearsalSummary } from '../../dialogs/rehearse/keptRehearsal.ts';

/** A talk as xAPI tells of it: figures and verdicts, never words. */
export interface TalkDone {
  /** A random UUID: the registration of its statements. */
  readonly id: string;
  readonly scenarioId: string;
  readonly locale: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly summary: RehearsalSummary;
}

/** Who did it, without saying who. */
export interface Pseudonym {
  /** Where the name holds: the address of this installation. */
  readonly homePage: string;
  readonly name: string;
}

/** A statement of the Experience API 1.0.3, as far as we write it. */
export interface XapiStatement {
  readonly [property: string]: unknown;
}

const VERSION = '1.0.3';
const ADL = 'http://adlnet.gov/expapi';
const VERBS = {
  completed: { id: `${ADL}/verbs/completed`, display: { 'en-US': 'completed', 'nl-NL': 'rondde af' } },
  exited: { id: `${ADL}/verbs/exited`, display: { 'en-US': 'exited', 'nl-NL': 'stopte met' } },
  commented: { id: `${ADL}/verbs/commented`, display: { 'en-US': 'commented on', 'nl-NL': 'gaf commentaar op' } },
  experienced: { id: `${ADL}/verbs/experienced`, display: { 'en-US': 'experienced', 'nl-NL': 'oefende met' } },
} as const;

/** The same teacher has the same name in every export of this installation, and no other has it. */
export function pseudonymOf(key: KeyObject, homePage: string, tenant: string, userId: string): Pseudonym {
  const name = createHmac('sha256', key)
    .update(JSON.stringify([tenant, userId]))
    .digest('base64url')
    .slice(0, 22);
  return { homePage, name };
}

/**
 * One statement for the talk and one for each tip that came up in it. `score.scaled` is how much calmer the simulated
 * parent became, of 100: 1 from tension 100 to 0, 0 as tense as before, -1 the other way round. It judges nobody.
 * Exporting twice gives the same ids, so that a record store keeps each once.
 */
export function xapiStatements(
  talks: readonly TalkDone[],
  actor: Pseudonym,
  content: Pick<Content, 'tips'>,
): readonly XapiStatement[] {
  return talks.flatMap((talk) => [
    talkStatement(talk, actor),
    ...talk.summary.tips
      .filter(({ verdict }) => verdict !== 'not-needed')
      .map((report) => tipStatement(talk, report, actor, content)),
  ]);
}

/** That a coach commented on the talk: who that is under a pseudonym as well, and none of the words. */
export function reviewStatement(
  talk: TalkDone,
  review: { readonly id: string; readonly sentAt: string; readonly comments: number },
  coach: Pseudonym,
): XapiStatement {
  return {
    ...frame(talk, coach, `review ${review.id}`),
    timestamp: review.sentAt,
    verb: VERBS.commented,
    object: scenarioActivity(talk, coach),
    result: { extensions: { [`${coach.homePage}/xapi/comments`]: review.comments } },
  };
}

function talkStatement(talk: TalkDone, actor: Pseudonym): XapiStatement {
  const { summary, startedAt, endedAt } = talk;
  const [from = 0] = summary.curve[0] ?? [];
  const [to = 0] = summary.curve.at(-1) ?? [];
  const isStopped = summary.ended === 'stopped';
  return {
    ...frame(talk, actor, 'talk'),
    verb: isStopped ? VERBS.exited : VERBS.completed,
    object: scenarioActivity(talk, actor),
    result: {
      completion: !isStopped,
      duration: durationBetween(startedAt, endedAt),
      score: { scaled: Math.round(from - to) / 100 },
      extensions: {
        [`${actor.homePage}/xapi/turns`]: summary.turns,
        [`${actor.homePage}/xapi/ended`]: summary.ended,
        [`${actor.homePage}/xapi/tension`]: { from, to },
      },
    },
  };
}

function tipStatement(
  talk: TalkDone,
  { tip, verdict }: { readonly tip: TipId; readonly verdict: TipReport['verdict'] },
  actor: Pseudonym,
  { tips }: Pick<Content, 'tips'>,
): XapiStatement {
  const statement = frame(talk, actor, tip);
  const name = tips.find(({ id }) => id === tip)?.name;
  return {
    ...statement,
    verb: VERBS.experienced,
    object: activity(`${actor.homePage}/xapi/tips/${tip}`, `${ADL}/activities/objective`, name),
    result: {
      ...(verdict === 'mixed' ? {} : { success: verdict === 'shown' }),
      extensions: { [`${actor.homePage}/xapi/verdict`]: verdict },
    },
    context: {
      ...statement.context,
      contextActivities: { parent: [scenarioActivity(talk, actor)] },
    },
  };
}

function frame({ id, locale, endedAt, summary }: TalkDone, { homePage, name }: Pseudonym, what: string) {
  return {
    id: idOf(id, what),
    actor: { objectType: 'Agent', account: { homePage, name } },
    timestamp: endedAt,
    version: VERSION,
    context: {
      registration: id,
      platform: 'Op één lijn',
      language: locale === 'nl' ? 'nl-NL' : 'en-GB',
      extensions: { [`${homePage}/xapi/difficulty`]: summary.difficulty },
    },
  };
}

/** A talk of a teacher's own goes without its title: the nickname in it was typed. */
function scenarioActivity({ scenarioId, summary }: TalkDone, { homePage }: Pseudonym) {
  const title = scenarioId === OWN_CASE ? undefined : summary.title;
  return activity(`${homePage}/xapi/scenarios/${scenarioId}`, `${ADL}/activities/simulation`, title);
}

function activity(id: string, type: string, name: { readonly nl: string; readonly en: string } | undefined) {
  return {
    objectType: 'Activity',
    id,
    definition: { type, ...(name ? { name: { 'nl-NL': name.nl, 'en-GB': name.en } } : {}) },
  };
}

/** ISO 8601, to the second; never negative. */
function durationBetween(from: string, to: string): string {
  return `PT${Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000))}S`;
}

/** A UUID (version 5, RFC 4122) made from the rehearsal and what the statement tells of it. */
function idOf(rehearsal: string, what: string): string {
  const bytes = createHash('sha1').update(`op-een-lijn/xapi/${rehearsal}/${what}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}
