import type { Activity } from 'botbuilder-core';
import { TIPS } from '../../content/schema/move.ts';
import { type Saying, TIP_MOMENTS, type Tip, type TipMoment } from '../../content/schema/tip.ts';
import { guideSays, type Suggestion } from '../activities.ts';
import { withCard } from '../cards/withCard.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { sourceMessage } from '../sources/sourceMessage.ts';
import { sentencesAt } from './sentencesAt.ts';
import { type TipOnCard, tipCard } from './tipCard.ts';
import { tipListCard } from './tipListCard.ts';
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
  const words = TIP_MOMENTS.map((moment) => `\`${t(`tips.moment.${moment}.word`)}\``);
  const example = tip.example.map(({ who, text }) => `> **${t(`tips.${who}`)}:** ${text[locale]}`);
  const shown = {
    heading: t(heading, { number: numberOf(tip), name: tip.name[locale] }),
    lead: `${tip.what[locale]} ${tip.why[locale]}`,
    say: toSay(turn, tip, 'opening', 0),
    example: [t('tips.example'), example.join('  \n')].join('\n\n'),
    avoid: toAvoid(turn, tip, 0),
    source: t('tips.sourceOnCard', { short: shortOf(turn, tip) }),
    buttons: suggestions(turn, tip, 'opening', 0),
  };
  const more = t('tips.more', {
    command: commandFor(turn, tip),
    words: `${words.slice(0, -1).join(', ')} ${t('tips.or')} ${words.at(-1)}`,
  });
  return about(turn, tip, shown, more);
}

function atMoment(turn: DialogTurn, tip: Tip, moment: TipMoment, page: number): Partial<Activity> {
  const { t, memory } = turn;
  const at = { number: numberOf(tip), name: tip.name[memory.locale], moment: t(`tips.moment.${moment}.in`) };
  return about(turn, tip, {
    heading: t('tips.headingAt', at),
    say: toSay(turn, tip, moment, page),
    avoid: toAvoid(turn, tip, TIP_MOMENTS.indexOf(moment) + page),
    source: t('tips.sourceOnCard', { short: shortOf(turn, tip) }),
    buttons: suggestions(turn, tip, moment, page),
  });
}

/** The same in words and on a card. `more`: how the rest is typed, where there are no buttons. */
function about(turn: DialogTurn, tip: Tip, shown: TipOnCard, more?: string): Partial<Activity> {
  const { lead, say, example, avoid } = shown;
  const text = [shown.heading, lead, say, example, avoid, more, shortSource(turn, tip)].filter(
    (part) => part !== undefined,
  );
  const message = guideSays(turn.memory.locale, 'tip', text.join('\n\n'), {
    suggestions: shown.buttons,
    ...(turn.services.cards ? { feedbackOn: tip.id } : {}),
  });
  return withCard(turn, message, () => tipCard(shown));
}

function tipList(turn: DialogTurn): Partial<Activity> {
  const { content, memory, t } = turn;
  const lines = content.tips.map((tip) => `${numberOf(tip)}. ${tip.name[memory.locale]}`);
  const buttons = content.tips.map((tip) => ({
    title: t('tips.button.tip', { number: numberOf(tip) }),
    value: commandFor(turn, tip),
  }));
  const lead = t('tips.unknown', { command: `${t('dialogs.word.tip')} 3` });
  const message = guideSays(memory.locale, 'menu', [lead, lines.join('\n')].join('\n\n'), { suggestions: buttons });
  return withCard(turn, message, () => tipListCard(turn));
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
  const { t } = turn;
  const command = `${commandFor(turn, tip)} ${t('dialogs.word.source')}`;
  return t('tips.source', { short: shortOf(turn, tip), command });
}

function shortOf({ content, memory }: DialogTurn, { source }: Tip): string {
  return content.sources.find(({ id }) => id === source)?.short[memory.locale] ?? source;
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
