import type { TurnContext } from 'botbuilder-core';
import type { JsonObject } from '../../bot/ports.ts';
import type { Bot } from '../../bot/turn/turnRunner.ts';
import type { Locale } from '../../content/schema/locale.ts';
import { guideSays, parentSays } from '../../dialogs/activities.ts';

type Reply = ReturnType<typeof guideSays>;

const MOTHER = { nl: 'Moeder van Sam', en: "Sam's mother" };

/**
 * A bot that always answers the same to the same words, so that tests of the page know what will be on it:
 * one answer of every kind, and the teacher's own words given back.
 */
export const scriptedBot: Bot = {
  async run(context, state, { record }) {
    const words = context.activity.text ?? '';
    const locale = nextLocale(context, state, words);
    if (words === 'verwijder mijn gegevens') record.eraseMyData();
    for (const reply of replies(context, locale, words)) await context.sendActivity(reply);
    return { locale };
  },
  async apologise() {},
};

function nextLocale({ activity }: TurnContext, state: JsonObject | null, words: string): Locale {
  if (words === 'taal en') return 'en';
  if (words === 'language nl') return 'nl';
  const kept = state?.['locale'] ?? activity.locale?.slice(0, 2);
  return kept === 'en' ? 'en' : 'nl';
}

function replies({ activity }: TurnContext, locale: Locale, words: string): readonly Reply[] {
  if (activity.type !== 'message') return [welcome(locale)];
  switch (words) {
    case 'gedachte':
      return [
        parentSays(locale, MOTHER[locale], 'Luistert er hier eigenlijk wel iemand?', { kind: 'thought', turn: 1 }),
      ];
    case 'hint':
      return [guideSays(locale, 'hint', 'Kijk eens hier: wat voelt deze ouder?', { suggestions: [MORE] })];
    case 'stop':
      return [debrief(locale)];
    case 'waarom':
      return [why(locale)];
    case 'vreemde tekening':
      return [drawing(locale, STRANGE_PICTURE)];
    case 'kapotte tekening':
      return [drawing(locale, '<svg><text>half')];
    case 'verwijder mijn gegevens':
      return [guideSays(locale, 'notice', 'Alles is weg. We beginnen met een schone lei.', { erased: true })];
    default:
      return words.startsWith('herhaal ')
        ? [guideSays(locale, 'debrief', `Je zei: “${words.slice('herhaal '.length)}” Onthoud die.`)]
        : [parentSays(locale, MOTHER[locale], `Dat hoor ik wel vaker. (${words})`, { kind: 'line', turn: 1 })];
  }
}

/** What the product never sends: every way known to us to make a picture do something. */
const STRANGE_PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="document.title = 1" style="x:y">
<script>document.title = 1</script><style>* { display: none }</style><a href="javascript:document.title = 1"><text>raak</text></a>
<foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="document.title = 1"/></foreignObject>
<image href="https://example.org/stip.png"/><use href="https://example.org/stip.svg#a"/>
<set attributeName="href" to="javascript:document.title = 1"/><text x="1" y="1">spanning</text></svg>`;

function drawing(locale: Locale, picture: string): Reply {
  const table = {
    open: 'Cijfers',
    caption: 'Per beurt',
    head: ['Beurt', 'Spanning', 'Vertrouwen', 'Wat er gebeurde'],
    groups: [{ title: 'begin', rows: [{ turn: '1', tension: 60, trust: 40, happened: [] }] }],
  };
  const content = { locale, pictures: { wide: picture, narrow: picture }, table };
  const contentType = 'application/vnd.op-een-lijn.curve+json';
  return { ...guideSays(locale, 'debrief', 'De spanning bleef gelijk.'), attachments: [{ contentType, content }] };
}

const MORE = { title: 'Nog een hint', value: 'hint' };

function welcome(locale: Locale): Reply {
  const [text, titles] =
    locale === 'nl'
      ? ['Hoi! Ik ben **Op één lijn**, een computerprogramma. Waar wil je mee beginnen?', ['Gesprek oefenen', 'Tip']]
      : ["Hello! I'm **Op één lijn**, a computer programme. Where would you like to start?", ['Rehearse', 'Tip']];
  const suggestions = titles.map((title) => ({ title, value: title.toLowerCase() }));
  return guideSays(locale, 'menu', text, { suggestions });
}

function why(locale: Locale): Reply {
  const fold = 'Waarom de spanning bewoog';
  return guideSays(locale, 'debrief', `**${fold}**\n\n- “Wat vervelend” → toont begrip`, { fold });
}

function debrief(locale: Locale): Reply {
  const text = [
    '## Terugblik: Buitengesloten in de bouwhoek',
    '**Tip voor tip, in je eigen woorden**',
    '- **Toon begrip**: dit deed je. Beurt 1: “Wat vervelend dat het zo loopt.”',
    '- **Benoem de deskundigheid van ouders**: gemiste kans. Dit had geholpen bij beurt 2.',
    '**Volgende keer proberen:** Benoem de deskundigheid van ouders.',
  ].join('\n\n');
  return guideSays(locale, 'debrief', text, { suggestions: [{ title: 'Zelfde gesprek nog eens', value: 'oefenen' }] });
}
