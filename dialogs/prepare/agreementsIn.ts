import { amsterdamDay } from '../keepsakes/amsterdamTime.ts';
import { datesIn } from '../toolbox/datesIn.ts';
import type { ToolAnswer } from '../toolbox/toolAnswers.ts';
import { meetingIn } from './meeting/meetingIn.ts';
import type { PlannedAgreement } from './plan.ts';

const SCHOOL = /(?<!\p{L})(?:ik|wij|we|school|i|i'll|we'll|the school)(?!\p{L})/iu;
const PARENT =
  /(?<!\p{L})(?:ouders?|moeder|vader|mama|papa|u|thuis|parents?|mother|father|mum|dad|you|they)(?!\p{L})/iu;
const BOTH = /(?<!\p{L})(?:samen|allebei|elkaar|together|both|each other)(?!\p{L})/iu;
const MOST = 12;

/** The agreements in an answer: one on a line, or one in a sentence; twelve at most, in the order they were written. */
export function agreementsIn(answer: ToolAnswer | undefined): readonly PlannedAgreement[] {
  if (!answer) return [];
  const lines = answer.words.split(/\r?\n/u).filter((line) => line.trim() !== '');
  const said = lines.length > 1 ? lines : answer.words.split(/(?<=[.!?;])\s+(?=\p{Lu})/u);
  return said
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d{1,2}[.)])\s+/u, '').trim())
    .filter((line) => line !== '')
    .slice(0, MOST)
    .map((words) => ({ words, ...whoIn(words), ...dueIn(words, answer.at) }));
}

/** Who stands first does it: "ik bel de ouder". */
function whoIn(words: string): Pick<PlannedAgreement, 'who'> {
  if (BOTH.test(words)) return { who: 'both' };
  const [school, parent] = [words.search(SCHOOL), words.search(PARENT)];
  if (school >= 0 && (parent < 0 || school < parent)) return { who: 'school' };
  return parent >= 0 ? { who: 'parent' } : {};
}

function dueIn(words: string, at: string | undefined): Pick<PlannedAgreement, 'due'> {
  if (at === undefined) return {};
  const [date] = datesIn(words, amsterdamDay(new Date(at))).dates;
  if (date) return { due: date.start };
  const found = meetingIn(words, at);
  return found.kind === 'day' || found.kind === 'moment' ? { due: found.start } : {};
}
