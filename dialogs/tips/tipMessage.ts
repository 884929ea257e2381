import type { Activity } from 'botbuilder-core';
import { TIPS } from '../../content/schema/move.ts';
import { type Saying, TIP_MOMENTS, type Tip, type TipMoment } from '../../content/schema/tip.ts';
import { guideSays, type Suggestion } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { sourceMessage } from '../sources/sourceMessage.ts';
import { sentencesAt } from './sentencesAt.ts';
import { tipOfTheDay } from './tipOfTheDay.ts';
import { readTipRequest } from './tipRequest.ts';
import { withoutName } from './withoutName.ts';

/**
 * One message about one tip. `wanted` is what stands behind `tip`, as in `readTipRequest`: nothing gives the tip of the
 * day; a tip is given whole, a moment gives its sentences, the word for source where it comes from. A tip that is not
 * there gives the list. What a button does can be typed as well.
 */
export function tipMessage(turn: DialogTurn, wanted: string): Partial<Activity> {
  const request = readTipRequest(turn, wanted);
  if (!request || request.tip === 'unknown') return tipList(turn);
  const tip = tipWith(turn, request.tip ?? tipOfTheDay(turn.at));
  turn.memory.cited = { kind: 'tip', tip: tip.id };
  if (request.isSource) return sourceMessage(turn);
  if (request.moment) return atMoment(turn, tip, request.moment, request.page);
  return wholeTip(turn, tip, request.tip === null ? 'tips.today' : 'tips.heading');
}

/** What and why, two sentences to begin with, a tiny example, one sentence to avoid, and the source. */
function wholeTip(turn: DialogTurn, tip: Tip, heading: string): Partial<Activity> {
  const { t, memory } = turn;
  const { locale } = memory;
  const command = commandFor(turn, tip);
  const words = TIP_MOMENTS.map((moment) => `\`${t(`tips.moment.${moment}.word`)}\``);
  const example = tip.example.map(({ who, text }) => `> **${t(`tips.${who}`)}:** ${text[locale]}`);
  const text = [
    t(heading, { number: numberOf(tip), name: tip.name[locale] }),
    `${tip.what[locale]} ${tip.why[locale]}`,
    toSay(turn, tip, 'opening', 0),
    [t('tips.example'), example.join('  \n')].join('\n\n'),
    toAvoid(turn, tip, 0),
    t('tips.more', { command, words: `${words.slice(0, -1).join(', ')} ${t('tips.or')} ${words.at(-1)}` }),
    shortSource(turn, tip),
  ];
  return guideSays(locale, 'tip', text.join('\n\n'), { suggestions: suggestions(turn, tip, 'opening', 0) });
}

function atMoment(turn: DialogTurn, tip: Tip, moment: TipMoment, page: number): Partial<Activity> {
  const { t, memory } = turn;
  const { locale } = memory;
  const text = [
    t('tips.headingAt', { number: numberOf(tip), name: tip.name[locale], moment: t(`tips.moment.${moment}.in`) }),
    toSay(turn, tip, moment, page),
    toAvoid(turn, tip, TIP_MOMENTS.indexOf(moment) + page),
    shortSource(turn, tip),
  ];
  return guideSays(locale, 'tip', text.join('\n\n'), { suggestions: suggestions(turn, tip, moment, page) });
}

function tipList(turn: DialogTurn): Partial<Activity> {
  const { content, memory, t } = turn;
  const lines = content.tips.map((tip) => `${numberOf(tip)}. ${tip.name[memory.locale]}`);
  const buttons = content.tips.map((tip) => ({
    title: t('tips.button.tip', { number: numberOf(tip) }),
    value: commandFor(turn, tip),
  }));
  const lead = t('tips.unknown', { command: `${t('dialogs.word.tip')} 3` });
  return guideSays(memory.locale, 'menu', [lead, lines.join('\n')].join('\n\n'), { suggestions: buttons });
}

function toSay({ t, memory }: DialogTurn, tip: Tip, moment: TipMoment, page: number): string {
  const lines = sentencesAt(tip, moment, page).sentences.map((saying) => {
    const text = withoutName(saying.text[memory.locale], t('dialogs.tip.child'));
    const words = onlyFor(saying, t);
    return `- “${text}”${words && ` ${t('tips.onlyFor', { words })}`}`;
  });
  return [t('tips.say', { moment: t(`tips.moment.${moment}.in`) }), ...lines].join('\n');
}

function onlyFor({ group = [], situation }: Saying, t: DialogTurn['t']): string {
  return [...group.map((id) => t(`tips.group.${id}`)), ...(situation ? [t(`tips.situation.${situation}`)] : [])].join(
    ', ',
  );
}

function toAvoid({ t, memory }: DialogTurn, { avoid }: Tip, index: number): string {
  const chosen = avoid[index % avoid.length];
  return chosen ? t('tips.avoid', { text: chosen.text[memory.locale], because: chosen.because[memory.locale] }) : '';
}

function shortSource(turn: DialogTurn, tip: Tip): string {
  const { content, memory, t } = turn;
  const short = content.sources.find(({ id }) => id === tip.source)?.short[memory.locale] ?? tip.source;
  return t('tips.source', { short, command: `${commandFor(turn, tip)} ${t('dialogs.word.source')}` });
}

/** The other moments, other sentences for this one, and the source: six at most, as Teams shows no more. */
function suggestions(turn: DialogTurn, tip: Tip, moment: TipMoment, page: number): readonly Suggestion[] {
  const { t } = turn;
  const command = commandFor(turn, tip);
  const { hasOthers } = sentencesAt(tip, moment, page);
  const word = (of: TipMoment) => t(`tips.moment.${of}.word`);
  return [
    ...(hasOthers ? [{ title: t('tips.button.another'), value: `${command} ${word(moment)} ${page + 2}` }] : []),
    ...TIP_MOMENTS.filter((other) => other !== moment).map((other) => ({
      title: t(`tips.moment.${other}.title`),
      value: `${command} ${word(other)}`,
    })),
    { title: t('tips.button.source'), value: `${command} ${t('dialogs.word.source')}` },
  ];
}

function tipWith({ content }: DialogTurn, id: string): Tip {
  const tip = content.tips.find((candidate) => candidate.id === id);
  if (!tip) throw new Error(`Content holds no tip ${id}.`);
  return tip;
}

function commandFor({ t }: DialogTurn, tip: Tip): string {
  return `${t('dialogs.word.tip')} ${numberOf(tip)}`;
}

function numberOf({ id }: Tip): number {
  return TIPS.indexOf(id) + 1;
}
