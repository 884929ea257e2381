import type { Activity } from 'botbuilder-core';
import { TIPS, type TipId } from '../../content/schema/move.ts';
import type { Tip } from '../../content/schema/tip.ts';
import { guideSays } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';

/**
 * One tip in one message: what and why, two sentences to say, one to avoid with the reason, the source.
 * `wanted` is a number from 1 to 7 or a tip's id; otherwise it is the tip of the day.
 */
export function tipMessage({ content, memory, t, at }: DialogTurn, wanted: string): Partial<Activity> {
  const { locale } = memory;
  const day = Math.floor(Date.parse(at) / 86_400_000);
  const tip = tipFor(content.tips, wanted) ?? tipFor(content.tips, String((day % TIPS.length) + 1));
  if (!tip) throw new Error('Content holds no tips.');

  const two = pick(tip.say, day, 2).map(({ text }) => `- “${withoutSlot(text[locale], t('dialogs.tip.child'))}”`);
  const avoid = pick(tip.avoid, day, 1).map(({ text, because }) =>
    t('dialogs.tip.avoid', { text: withoutSlot(text[locale], t('dialogs.tip.child')), because: because[locale] }),
  );
  const source = content.sources.find(({ id }) => id === tip.source);
  const text = [
    t('dialogs.tip.heading', { number: TIPS.indexOf(tip.id) + 1, name: tip.name[locale] }),
    `${tip.what[locale]} ${tip.why[locale]}`,
    [t('dialogs.tip.say'), ...two].join('\n'),
    ...avoid,
    t('dialogs.tip.source', { source: source?.reference ?? tip.source }),
  ];
  const next: TipId = TIPS[(TIPS.indexOf(tip.id) + 1) % TIPS.length] ?? 'face-to-face';
  const suggestions = [
    { title: t('dialogs.tip.next'), value: `tip ${TIPS.indexOf(next) + 1}` },
    { title: t('dialogs.menu.rehearse'), value: t('dialogs.word.rehearse') },
  ];
  return guideSays(locale, 'tip', text.join('\n\n'), { suggestions });
}

function tipFor(tips: readonly Tip[], wanted: string): Tip | undefined {
  return tips.find(({ id }) => id === wanted || String(TIPS.indexOf(id) + 1) === wanted);
}

/** `count` items, moving on by that many each day. */
function pick<T>(items: readonly T[], day: number, count: number): readonly T[] {
  const from = (day * count) % items.length;
  return [...items.slice(from), ...items].slice(0, Math.min(count, items.length));
}

function withoutSlot(text: string, child: string): string {
  return text.replaceAll('{child}', child);
}
