import type { Activity } from 'botbuilder-core';
import { backs, type Claim } from '../../content/schema/claim.ts';
import { TIPS, type TipId } from '../../content/schema/move.ts';
import type { Source } from '../../content/schema/source.ts';
import { guideSays } from '../activities.ts';
import { asCard } from '../cards/asCard.ts';
import type { CardButton } from '../cards/cardButton.ts';
import type { DialogTurn } from '../dialogTurn.ts';

/** The source of what the makers say themselves. */
const OWN = 'expert-consensus';

/** Where the newest tip, tool, hint or debrief comes from: which text, which part, what exactly it says. */
export function sourceMessage(turn: DialogTurn): Partial<Activity> {
  const { memory } = turn;
  const { cited } = memory;
  switch (cited?.kind) {
    case 'tip':
      return say(turn, ofTip(turn, cited.tip), tipButtons(turn, cited.tip));
    case 'tool':
      return say(turn, ofTool(turn, cited), [
        { title: turn.t('dialogs.toolbox.back'), value: turn.t('dialogs.word.toolbox') },
      ]);
    case 'debrief':
      return say(turn, ofDebrief(turn, cited), tipButtons(turn, cited.tip));
    default:
      return say(turn, [turn.t('sources.none', { command: `${turn.t('dialogs.word.tip')} 3` })], []);
  }
}

function say(turn: DialogTurn, parts: readonly string[], suggestions: readonly CardButton[]): Partial<Activity> {
  const message = guideSays(turn.memory.locale, 'tip', parts.join('\n\n'), { suggestions });
  return asCard(turn, message, { buttons: suggestions });
}

function ofTip(turn: DialogTurn, id: TipId): readonly string[] {
  const { content, memory, t } = turn;
  const { locale } = memory;
  const tip = content.tips.find((candidate) => candidate.id === id);
  if (!tip) throw new Error(`Content holds no tip ${id}.`);
  const [article, first] = [sourceWith(turn, tip.origin.article), sourceWith(turn, tip.source)];
  return [
    t('sources.ofTip', { number: TIPS.indexOf(id) + 1, name: tip.name[locale] }),
    t('sources.article', { says: tip.origin.says[locale] }),
    t('sources.place', { reference: article.reference, section: tip.origin.section[locale] }),
    t('sources.first', { reference: first.reference, says: first.says[locale] }),
    t('sources.ours'),
  ];
}

function ofTool(
  turn: DialogTurn,
  { tool: id, place }: { readonly tool: string; readonly place?: string },
): readonly string[] {
  const { content, memory, t } = turn;
  const tool = content.toolbox.find((candidate) => candidate.id === id);
  if (!tool) return [t('sources.none', { command: `${t('dialogs.word.tip')} 3` })];

  const heading = t(place ? 'sources.ofStep' : 'sources.ofTool', { name: tool.title[memory.locale] });
  const claims = (tool.claims ?? []).filter((claim) => place === undefined || backs(claim, place));
  if (claims.length === 0) return [heading, entry(turn, tool.source)];
  const sources = [...new Set(claims.map(({ source }) => source))].filter((source) => source !== OWN);
  return [
    heading,
    claims.map((claim) => claimed(turn, claim)).join('\n'),
    sources.map((source) => referenced(turn, source)).join('\n\n'),
  ].filter((part) => part !== '');
}

/** What one source says, and where; what is our own is said to be so. */
function claimed(turn: DialogTurn, { source: id, section, says }: Claim): string {
  const { memory, t } = turn;
  const { locale } = memory;
  if (id === OWN) return t('sources.ownClaim', { says: says[locale] });
  const { short } = sourceWith(turn, id);
  return t('sources.claim', { short: short[locale], section: section[locale], says: says[locale] });
}

function referenced(turn: DialogTurn, id: string): string {
  const { memory, t } = turn;
  const { short, grade, reference, section } = sourceWith(turn, id);
  return t('sources.reference', {
    short: short[memory.locale],
    grade: t(`sources.grade.${grade}`),
    reference,
    section: section ? ` ${section[memory.locale]}` : '',
  });
}

function ofDebrief(
  turn: DialogTurn,
  { tip, sources }: { readonly tip: TipId; readonly sources: readonly string[] },
): readonly string[] {
  const { t } = turn;
  const [, ...aboutTip] = ofTip(turn, tip).slice(0, 3);
  const rules = sources.map((id) => entry(turn, id)).join('\n');
  return [t('sources.ofDebrief'), ...aboutTip, ...(rules ? [[t('sources.model'), rules].join('\n\n')] : [])];
}

function entry(turn: DialogTurn, id: string): string {
  const { memory, t } = turn;
  const { short, grade, says, reference, section } = sourceWith(turn, id);
  return t('sources.entry', {
    short: short[memory.locale],
    grade: t(`sources.grade.${grade}`),
    says: says[memory.locale],
    reference,
    section: section ? ` ${section[memory.locale]}` : '',
  });
}

function sourceWith({ content }: DialogTurn, id: string): Source {
  const source = content.sources.find((candidate) => candidate.id === id);
  if (!source) throw new Error(`Content holds no source ${id}.`);
  return source;
}

/** Back to the tip is the same card again. */
function tipButtons({ t }: DialogTurn, id: TipId): readonly CardButton[] {
  const number = TIPS.indexOf(id) + 1;
  const next = (number % TIPS.length) + 1;
  return [
    { title: t('tips.button.tip', { number }), value: `${t('dialogs.word.tip')} ${number}`, isInPlace: true },
    { title: t('tips.button.next'), value: `${t('dialogs.word.tip')} ${next}` },
    { title: t('dialogs.menu.rehearse'), value: t('dialogs.word.rehearse') },
  ];
}
