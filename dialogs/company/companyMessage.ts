import type { Activity } from 'botbuilder-core';
import { guideSays } from '../activities.ts';
import type { GivenCommand } from '../commands.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { findingMessage } from '../finding/findingMessage.ts';
import { questionBehind } from '../finding/questionBehind.ts';
import { LONGEST_UTTERANCE } from '../language/createRecognizer.ts';
import type { DangerDetector } from '../language/danger/createDangerDetector.ts';
import { freshMemory } from '../memory.ts';
import { tipMessage } from '../tips/tipMessage.ts';

/** What somebody said to the bot where others read along. */
export interface SaidInCompany {
  /** Empty: nothing was said, the bot was added. */
  readonly asked: string;
  /** Where one can talk to the bot alone. */
  readonly chat: string;
  /** The language of who spoke. */
  readonly language: string | undefined;
}

/**
 * The answer where others read along: a tip when one is asked for, else who the bot is and where to talk to it alone. It
 * has only our own words, so nothing that somebody wrote is said again; it knows nothing of what was said before, and
 * what it is asked changes nothing that is kept. Words of danger get the way to people who help, not what was understood.
 */
export function companyMessage(
  turn: DialogTurn,
  { asked, chat, language }: SaidInCompany,
  parts: { readonly findDanger: DangerDetector; readonly findCommand: (text: string) => GivenCommand | null },
): Partial<Activity> {
  const apart = withoutMemory(turn, language);
  const { memory, t } = apart;
  if (asked.length > LONGEST_UTTERANCE) return guideSays(memory.locale, 'menu', t('company.introduction', { chat }));
  if (parts.findDanger(asked)) return guideSays(memory.locale, 'notice', t('company.danger', { chat }));

  const answer = answerTo(apart, asked, parts.findCommand(asked));
  if (!answer) return guideSays(memory.locale, 'menu', t('company.introduction', { chat }));
  return guideSays(memory.locale, 'tip', [answer, t('company.after', { chat })].join('\n\n'));
}

/** Buttons would have the whole company press them; what they stand for can be typed. */
function answerTo(turn: DialogTurn, asked: string, given: GivenCommand | null): string | undefined {
  if (given) return given.command === 'tip' ? tipMessage(turn, given.argument).text : undefined;
  const question = questionBehind(asked, turn.content.commands) ?? asked.trim();
  if (question === '' || turn.finder(question, turn.memory.locale).certainty === 'nothing') return undefined;
  return findingMessage(turn, question).text;
}

function withoutMemory(turn: DialogTurn, language: string | undefined): DialogTurn {
  const memory = freshMemory(language);
  return {
    ...turn,
    memory,
    t: (key, slots) => turn.texts(memory.locale)(key, slots),
    services: { ...turn.services, cards: false, minePage: null },
  };
}
