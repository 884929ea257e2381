import type { Content } from '../../dialogs/ports.ts';
import { element, escaped } from '../../dialogs/rehearse/curve/markup.ts';
import { createTexts, type Translate } from '../../dialogs/texts.ts';
import type { HttpReply, HttpRequest, Route } from '../http/route.ts';
import { type Framed, localeOf, page } from './frame.ts';

/** Where anybody reads what is kept, without signing in. */
export const PRIVACY = '/privacy';

/** In the order in which they are read; each has a title and a text in `content/messages/privacyPage.*.yaml`. */
const PARTS = ['machine', 'kept', 'long', 'who', 'coach', 'teams', 'names', 'yours', 'danger', 'ask'] as const;

/** What is kept, for how long and who sees it: for everybody, so it knows nobody and keeps nothing. */
export function privacyPage({
  content,
  retentionDays,
  files,
}: {
  readonly content: Pick<Content, 'messages'>;
  /** Days that texts are kept after the last message. */
  readonly retentionDays: number;
  readonly files: Framed['files'];
}): Route {
  const texts = createTexts(content.messages);
  return {
    method: 'GET',
    path: PRIVACY,
    async handle(request) {
      const locale = localeOf(request);
      return inWords({ locale, t: texts(locale), files }, request, retentionDays);
    },
  };
}

function inWords(framed: Framed, request: HttpRequest, days: number): HttpReply {
  const { t } = framed;
  const title = t('privacyPage.title');
  return page(framed, request, {
    title,
    main: [
      element('h1', {}, escaped(title)),
      element('p', { class: 'about' }, escaped(t('privacyPage.about'))),
      ...PARTS.map((part) => section(t, part, days)),
    ],
  });
}

function section(t: Translate, part: (typeof PARTS)[number], days: number) {
  const heading = `privacy-${part}`;
  return element(
    'section',
    { 'aria-labelledby': heading },
    element('h2', { id: heading }, escaped(t(`privacyPage.${part}.title`))),
    ...t(`privacyPage.${part}.text`, { days })
      .split('\n\n')
      .map((paragraph) => element('p', {}, escaped(paragraph))),
  );
}
