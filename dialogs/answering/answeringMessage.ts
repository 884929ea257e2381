import type { Activity } from 'botbuilder-core';
import { guideSays } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { dangerMessage } from '../safety/dangerMessage.ts';
import { type AnswerParts, answerParts } from './answerParts.ts';

/**
 * Answers with one message what a parent's message carries, and how to reply to it. Danger was looked for before any dialog,
 * and the teacher may have said that there is none.
 */
export function answeringMessage(turn: DialogTurn, message: string): Partial<Activity> {
  const { memory, t, texts, content } = turn;
  const { locale } = memory;
  const answer = turn.answering(message, locale, { isNoDanger: true });
  if (answer.kind === 'danger') return dangerMessage(turn, answer.danger, false);

  memory.cited = { kind: 'tip', tip: 'show-understanding' };
  return guideSays(locale, 'tip', answerText(answerParts(answer, content, locale, texts), turn), {
    suggestions: [
      { title: t('answering.button.rehearse'), value: t('dialogs.word.rehearse') },
      { title: t('answering.button.prepare'), value: t('dialogs.word.prepare') },
      { title: t('answering.button.source'), value: t('dialogs.word.source') },
    ],
  });
}

/** Asks for the message; `isOpen`: something else is going on, and the next message belongs to that. */
export function askForMessage({ memory, t }: DialogTurn, isOpen: boolean): Partial<Activity> {
  if (!isOpen) memory.awaitsMessage = true;
  return guideSays(memory.locale, 'menu', t(isOpen ? 'answering.askInTalk' : 'answering.ask'));
}

function answerText(parts: AnswerParts, { t }: DialogTurn): string {
  const { heading, carries, warnings, offered, replies, avoid, sources } = parts;
  return [
    `**${heading}:**`,
    carries.map(({ shown, read }) => `- ${shown}  \n  ${read}`).join('\n'),
    warnings.join(' '),
    offered,
    ...replies.map(({ label, text }) => `**${label}**\n\n> ${text}`),
    ...avoid,
    t('answering.limits'),
    t('answering.sourceMore', { short: sources }),
  ].join('\n\n');
}
