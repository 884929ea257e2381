import type { Content } from '../../../../content/schema/content.ts';
import type { Danger } from '../../../../content/schema/danger.ts';
import { type Locale, nearestLocale } from '../../../../content/schema/locale.ts';
import { answerParts } from '../../../../dialogs/answering/answerParts.ts';
import type { Answering } from '../../../../dialogs/answering/createAnswering.ts';
import type { Finder } from '../../../../dialogs/finding/createFinder.ts';
import type { DangerDetector } from '../../../../dialogs/language/danger/createDangerDetector.ts';
import { createTexts, type Translate } from '../../../../dialogs/texts.ts';
import type { JsonObject } from '../../../ports.ts';
import { answerCard, goOnButton, replyCard, routeCard } from './answerCard.ts';
import type { ExtensionAsked } from './extensionAsked.ts';
import { dialogReply, dialogSentence, resultsReply, sentenceReply } from './extensionReplies.ts';
import { firstResults, foundResults, type ResultParts } from './searchResults.ts';

/** Answers an invoke of the message extension, in the language of the client. Keeps nothing of it. */
export type Extension = (asked: ExtensionAsked, locale: string | undefined) => JsonObject;

/** What an answer was about, for counting: a topic, a kind of message, or one of a few words of ours; never what was asked. */
export type ObserveExtension = (use: ExtensionAsked['kind'], about: string) => void;

export interface ExtensionParts {
  readonly content: Content;
  readonly finder: Finder;
  readonly answering: Answering;
  readonly findDanger: DangerDetector;
  readonly observe?: ObserveExtension;
  /** Where one can talk to the bot alone, as a link. */
  readonly personalChat: string;
  readonly now: () => Date;
}

/** The message extension: tips while writing, and help with a message of a parent. */
export function createExtension(parts: ExtensionParts): Extension {
  const texts = createTexts(parts.content.messages);
  const observe: ObserveExtension = (use, about) => parts.observe?.(use, about);

  return (asked, clientLocale) => {
    const locale = nearestLocale(clientLocale);
    const t = texts(locale);
    switch (asked.kind) {
      case 'search':
        return search(
          parts,
          (language) => ({ ...parts, locale: language, t: texts(language) }),
          { ...asked, locale },
          observe,
        );
      case 'insert':
        observe('insert', asked.text === '' ? 'nothing' : 'reply');
        if (asked.text === '') return dialogSentence(t('extension.nothingToInsert'));
        return resultsReply([{ title: t('extension.reply'), text: asked.text, card: replyCard(asked.text) }]);
      case 'help': {
        if (asked.message === '') return dialogSentence(t('answering.empty'));
        const answer = parts.answering(asked.message, locale, asked);
        if (answer.kind === 'danger') {
          observe('help', 'danger');
          return dialogReply(
            t('extension.dialog'),
            routeCard(routeInMessage(answer.danger, t), goOnButton(asked.message, t)),
          );
        }
        observe('help', answer.carries[0]?.kind ?? 'nothing');
        return dialogReply(t('extension.dialog'), answerCard(answerParts(answer, parts.content, locale, texts), t));
      }
    }
  };
}

/** Many a client in a Dutch school is set to English: what is found is shown in the language of the question. */
function search(
  { finder, findDanger, now }: ExtensionParts,
  resultsIn: (locale: Locale) => ResultParts,
  { question, isFirstPage, locale }: Extract<ExtensionAsked, { kind: 'search' }> & { readonly locale: Locale },
  observe: ObserveExtension,
): JsonObject {
  const results = resultsIn(locale);
  const { t } = results;
  if (!isFirstPage) return resultsReply([]);
  if (question === '') {
    observe('search', 'start');
    return resultsReply(firstResults(results, now()));
  }
  const danger = findDanger(question);
  if (danger) {
    observe('search', 'danger');
    const card = routeCard([t(`safety.${danger.kind}`), t('safety.limits')].join('\n\n'));
    const key = `extension.route.${danger.kind}`;
    return resultsReply([{ title: t(`${key}.title`), text: t(`${key}.text`), card }]);
  }
  const found = finder(question, locale);
  observe('search', found.certainty === 'nothing' ? 'nothing' : (found.topics[0]?.topic ?? 'nothing'));
  return found.certainty === 'nothing'
    ? sentenceReply(t('extension.nothing'))
    : resultsReply(foundResults(resultsIn(found.language), found));
}

/** The route for a danger that a message tells of: its first paragraph speaks of what the teacher typed, and this is not that. */
function routeInMessage(danger: Danger, t: Translate): string {
  const [, ...route] = t(`safety.${danger}`).split('\n\n');
  return [t(`answering.danger.${danger}`), ...route, t('safety.limits')].join('\n\n');
}
