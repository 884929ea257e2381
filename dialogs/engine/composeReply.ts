import type { Line } from '../../content/schema/line.ts';
import type { Moment } from './moment.ts';
import { onTheTable } from './onTheTable.ts';
import { pickLine } from './pickLine.ts';
import type { Reply, SpokenPart } from './rehearsal.ts';
import { onlyOne, voiceOf, voiceOfConcern } from './voices.ts';

/** A parent who has nothing fit to say. */
const SILENCE = '…';

/**
 * Makes one text of a reply's lines: the words with names filled in, and at most one cue, in brackets, before the
 * words it goes with. No lines, and the parent is silent. With several voices the lines of each make a part of their own, named by who speaks.
 */
export function composeReply(lines: readonly Line[], moment: Moment): Reply {
  const parts = partsOf(lines, moment);
  const ids = lines.map(({ id }) => id);
  if (parts === null) return { text: textOf(lines, moment), thought: thoughtOf(moment), lines: ids };
  const text = parts.map((part) => `${part.name}: ${part.text}`).join('\n');
  return { text, parts, thought: thoughtOf({ ...moment, lastVoice: parts.at(-1)?.voice ?? null }), lines: ids };
}

function textOf(lines: readonly Line[], moment: Moment): string {
  const { locale } = moment;
  const shown = lines.find((line) => line.cue !== undefined);
  const spoken = lines.map((line) =>
    line === shown && line.cue ? `(${line.cue[locale]}) ${line.say[locale]}` : line.say[locale],
  );
  return fillIn(spoken.join(' ') || SILENCE, moment);
}

/** Who says which lines, in order; null when the parent is alone. */
function partsOf(lines: readonly Line[], moment: Moment): readonly SpokenPart[] | null {
  const { voices } = moment.scenario;
  if (voices === undefined) return null;
  const spoken: { readonly voice: string; readonly lines: Line[] }[] = [];
  for (const [index, line] of lines.entries()) {
    const voice = speakerOf(line, moment, lines[index + 1]);
    const last = spoken.at(-1);
    if (last?.voice === voice) last.lines.push(line);
    else spoken.push({ voice, lines: [line] });
  }
  if (spoken.length === 0) spoken.push({ voice: anyVoice(moment), lines: [] });
  return spoken.map((part) => ({
    voice: part.voice,
    name: voices.find(({ id }) => id === part.voice)?.name[moment.locale] ?? part.voice,
    text: textOf(part.lines, moment),
  }));
}

/** What anyone could say before an answer, says who answers. */
function speakerOf(line: Line, moment: Moment, next?: Line): string {
  const answers = next?.part === 'answer' ? voiceOf(next, moment.scenario) : undefined;
  return voiceOf(line, moment.scenario) ?? answers ?? anyVoice(moment);
}

/** Who says what anyone could: who is turned to, whose concern it is about, or who spoke last. */
function anyVoice({ scenario, addressed, concerns, lastVoice }: Moment): string {
  const [concern] = concerns.flatMap((id) => voiceOfConcern(id, scenario) ?? []);
  return onlyOne(addressed) ?? concern ?? lastVoice ?? scenario.voices?.[0]?.id ?? '';
}

/** What the parent thinks now: something new if there is, else anything but the last thought; empty without one. */
function thoughtOf(moment: Moment): string {
  const table = onTheTable(moment.state);
  const inside = table === null ? moment : { ...moment, concerns: [table] };
  const asThought = (line: Line) => thoughtText(line, inside);
  const fresh = pickLine(inside, { part: 'thought', only: (line) => !moment.thoughts.includes(asThought(line)) });
  const line = fresh ?? pickLine(inside, { part: 'thought', only: (one) => asThought(one) !== moment.thoughts.at(-1) });
  return line === null ? '' : asThought(line);
}

/** With several voices the thought begins with whose it is. */
function thoughtText(line: Line, moment: Moment): string {
  const words = fillIn(line.say[moment.locale], moment);
  const thinker = moment.scenario.voices?.find(({ id }) => id === speakerOf(line, moment));
  return thinker === undefined ? words : `${thinker.name[moment.locale]}: ${words}`;
}

function fillIn(text: string, { scenario, locale }: Moment): string {
  if (!text.includes('{')) return text;
  return text.replaceAll('{child}', scenario.child.name).replaceAll('{parent}', scenario.parent.name[locale]);
}
