import { TIPS } from '../../content/schema/move.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { Keepsake, KeepsakeSection } from '../keepsakes/keepsake.ts';
import { dayInTalk } from './dayInTalk.ts';
import type { LookBack } from './lookBack.ts';
import type { KeptPromise } from './promises.ts';

/** Where tip 7, small contact in between, comes from. */
const SOURCE = 'munniksma-2014';

/** The look back to print, to open in Word, and with its promises for a calendar. */
export function lookBackKeepsake(turn: DialogTurn, back: LookBack, promises: readonly KeptPromise[]): Keepsake {
  const { memory, content, t } = turn;
  const { locale } = memory;
  const dated = promises.filter(({ due }) => due !== null);
  return {
    tool: 'afterwards',
    locale,
    title: back.talk ? t('afterwards.paper.titleFor', { talk: back.talk }) : t('afterwards.paper.title'),
    intro: t('afterwards.paper.intro'),
    sections: [
      ...howItWent(turn, back),
      ...agreed(turn, back),
      ...promised(turn, promises),
      ...(back.next
        ? [{ heading: t('afterwards.paper.next'), blocks: [{ type: 'paragraph', text: back.next } as const] }]
        : []),
    ],
    ...(dated.length > 0
      ? {
          events: dated
            .toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))
            .map(({ what, due }) => ({ title: what, start: due ?? '', minutes: 0 })),
        }
      : {}),
    sources: content.sources.filter(({ id }) => id === SOURCE).map(({ reference }) => reference),
    madeAt: back.at,
  };
}

function howItWent({ content, memory, t }: DialogTurn, { tips }: LookBack): readonly KeepsakeSection[] {
  const rows = TIPS.flatMap((id) => {
    const went = tips[id];
    const name = content.tips.find((tip) => tip.id === id)?.name[memory.locale] ?? id;
    return went ? [[name, t(`afterwards.answer.went.${went}`)]] : [];
  });
  if (rows.length === 0) return [];
  const head = [t('afterwards.paper.tip'), t('afterwards.paper.how')];
  return [{ heading: t('afterwards.paper.went'), blocks: [{ type: 'table', head, rows }] }];
}

function agreed({ memory, t }: DialogTurn, { agreements }: LookBack): readonly KeepsakeSection[] {
  if (agreements.length === 0) return [];
  const head = ['what', 'who', 'when'].map((name) => t(`afterwards.paper.${name}`));
  const rows = agreements.map(({ what, who, due }) => [
    what,
    who ? t(`afterwards.answer.who.${who}`) : '',
    due ? dayInTalk(due, memory.locale) : '',
  ]);
  return [{ heading: t('afterwards.paper.agreed'), blocks: [{ type: 'table', head, rows }] }];
}

function promised({ memory, t }: DialogTurn, promises: readonly KeptPromise[]): readonly KeepsakeSection[] {
  if (promises.length === 0) return [];
  const items = promises.map(({ what, due }) => (due ? `${what} (${dayInTalk(due, memory.locale)})` : what));
  return [
    {
      heading: t('afterwards.paper.promised'),
      blocks: [
        { type: 'list', as: 'boxes', items },
        { type: 'paragraph', as: 'note', text: t('afterwards.paper.contact') },
      ],
    },
  ];
}
