import type { Locale } from '../../content/schema/locale.ts';
import { TIPS } from '../../content/schema/move.ts';
import type { Content } from '../../dialogs/ports.ts';
import type { RehearsalSummary } from '../../dialogs/rehearse/keptRehearsal.ts';
import type { Translate } from '../../dialogs/texts.ts';
import { csvTable } from './csvCell.ts';
import { shownMarks } from './shownMarks.ts';
import type { TalkToExport } from './talkToExport.ts';

/** What names moves and tips in a language. */
type Names = Pick<Content, 'moves' | 'tips'>;

/** One talk, a row for each thing that was said: who, the words, what they did, and tension and trust afterwards. */
export function talkCsv({ scenario, kept: { rehearsal } }: TalkToExport, { moves }: Names, t: Translate): string {
  const { locale, start, opening, turns } = rehearsal;
  const parent = scenario.parent.name[locale];
  const nameOf = (move: string) => moves.find(({ id }) => id === move)?.name[locale] ?? move;
  const head = ['turn', 'speaker', 'text', 'moves', 'tension', 'trust'].map((name) => t(`mine.csv.${name}`));
  const rows = turns.flatMap(({ number, reading, reply, state }) => {
    const done = [...new Set(reading.moves.map(({ move }) => nameOf(move)))].join(', ');
    return [
      [number, t('mine.csv.teacher'), shownMarks(reading.utterance), done, '', ''],
      [number, parent, shownMarks(reply.text), '', state.tension, state.trust],
    ];
  });
  return csvTable([head, [0, parent, shownMarks(opening.text), '', start.tension, start.trust], ...rows], locale);
}

/** Many talks, a row for each: when, what, how it went by the model, and how each tip came back. */
export function talksCsv(
  talks: readonly { readonly startedAt: string; readonly summary: RehearsalSummary }[],
  { tips }: Names,
  locale: Locale,
  t: Translate,
): string {
  const columns = ['date', 'title', 'level', 'turns', 'ended', 'tensionFrom', 'tensionTo', 'trustFrom', 'trustTo'];
  const tipNames = TIPS.map((id) => tips.find((tip) => tip.id === id)?.name[locale] ?? id);
  const rows = talks.map(({ startedAt, summary }) => {
    const [tensionFrom = 0, trustFrom = 0] = summary.curve[0] ?? [];
    const [tensionTo = 0, trustTo = 0] = summary.curve.at(-1) ?? [];
    const verdicts = TIPS.map((id) => summary.tips.find(({ tip }) => tip === id)?.verdict ?? 'not-needed');
    return [
      startedAt,
      shownMarks(summary.title[locale]),
      t(`dialogs.level.${summary.difficulty}`),
      summary.turns,
      t(`curve.ended.${summary.ended}`),
      tensionFrom,
      tensionTo,
      trustFrom,
      trustTo,
      ...verdicts.map((verdict) => t(`mine.verdict.${verdict}`)),
    ];
  });
  return csvTable([[...columns.map((name) => t(`mine.csv.${name}`)), ...tipNames], ...rows], locale);
}
