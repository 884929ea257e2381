import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Locale } from '../../content/schema/locale.ts';
import type { Keepsake, KeepsakeLinks } from '../../dialogs/keepsakes/keepsake.ts';
import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import type { Translate } from '../../dialogs/texts.ts';
import { dayInWords } from './dayInWords.ts';
import { list, paragraph, sectionMarkup } from './sectionMarkup.ts';

const STYLE = readFileSync(new URL('./printPage.css', import.meta.url), 'utf8');

/** Nothing may load or run: the page holds its own style, known by its hash, and nothing else. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The keepsake as a page to read and to print on A4; no script, readable without its style. */
export function printPage(
  keepsake: Keepsake,
  { links, retentionDays, t }: { readonly links: KeepsakeLinks; readonly retentionDays: number; readonly t: Translate },
): string {
  const { locale, title, intro, sections, isOneSheet, sources, madeAt } = keepsake;
  return document(
    locale,
    `${title} · ${t('keepsakes.product')}`,
    navigation(links, retentionDays, t),
    element(
      'main',
      isOneSheet ? { class: 'one-sheet' } : {},
      paragraph(t('keepsakes.product'), 'product'),
      element('h1', {}, escaped(title)),
      ...(intro ? [paragraph(intro, 'intro')] : []),
      ...sections.map((section) => sectionMarkup(section)),
      element(
        'footer',
        {},
        ...(sources.length > 0
          ? [element('h2', {}, escaped(t('keepsakes.sources'))), list('ul', undefined, sources)]
          : []),
        paragraph(t('keepsakes.made', { day: dayInWords(madeAt, locale) })),
      ),
    ),
  );
}

/** What a link that leads nowhere shows; the same for one that never was and one that is erased. */
export function gonePage(locale: Locale, t: Translate): string {
  const title = t('keepsakes.gone.title');
  return document(
    locale,
    title,
    element(
      'main',
      {},
      paragraph(t('keepsakes.product'), 'product'),
      element('h1', {}, escaped(title)),
      paragraph(t('keepsakes.gone.text')),
      element('p', {}, element('a', { href: '/' }, escaped(t('keepsakes.back')))),
    ),
  );
}

function document(locale: Locale, title: string, ...body: readonly Markup[]): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body.join('\n')}
</body>
</html>
`;
}

function navigation({ word, calendar }: KeepsakeLinks, days: number, t: Translate): Markup {
  const link = (href: string, key: string) => element('li', {}, element('a', { href }, escaped(t(`keepsakes.${key}`))));
  return element(
    'nav',
    { 'aria-label': t('keepsakes.ways') },
    element('ul', {}, link(word, 'word'), ...(calendar ? [link(calendar, 'calendar')] : []), link('/', 'back')),
    paragraph(t('keepsakes.print')),
    paragraph(t('keepsakes.share', { days })),
  );
}
