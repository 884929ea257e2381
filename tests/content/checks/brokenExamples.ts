import type { ContentCheck } from '../../../content/checks/contentCheck.ts';
import { exampleLengthsAreBalanced } from '../../../content/checks/exampleLengthsAreBalanced.ts';
import { examplesAreEnough } from '../../../content/checks/examplesAreEnough.ts';
import { examplesDiffer } from '../../../content/checks/examplesDiffer.ts';
import { examplesFollowTheGuide } from '../../../content/checks/examplesFollowTheGuide.ts';
import { examplesGiveNothingAway } from '../../../content/checks/examplesGiveNothingAway.ts';
import { parseExamples } from '../../../content/parseExamples.ts';
import type { LabelRule } from '../../../content/schema/labelRule.ts';
import type { BrokenExample } from './brokenExample.ts';

const FILE = 'moves/examples/nl/talks-1.txt';

/** The turns from which the recognizer learns: one example or more for each check. */
export const brokenExamples: readonly BrokenExample[] = [
  broken(examplesDiffer, 'refuses two turns that differ in one word', [
    'Ik loop elke pauze zelf over het plein met de kleuters.',
    'Ik loop elke pauze zelf over het plein met de peuters.',
  ]),
  broken(
    examplesGiveNothingAway,
    'refuses words that stand in many turns with one move only',
    Array.from({ length: 20 }, (_, at) => `[appreciate|Wat knap van u, zeg ik tegen ouder ${at}.]`),
  ),
  broken(exampleLengthsAreBalanced, 'refuses a move that can be told by its length', [
    `[defensive|${'zo doen wij dat hier '.repeat(6)}]`,
    '[minimise|Ach.]',
    '[deflect|Nee.]',
  ]),
  broken(exampleLengthsAreBalanced, 'refuses turns without a move that are all short', [
    '[defensive|Wij doen hier al meer dan genoeg voor hem.]',
    'Hallo.',
  ]),
  broken(examplesAreEnough, 'refuses a language with a handful of turns', ['[minimise|Ach, dat waait wel over.]']),
  broken(examplesFollowTheGuide, 'refuses a hard negative that carries its own move', [
    '!minimise [minimise|Ach, dat waait wel over.]',
  ]),
  broken(examplesFollowTheGuide, 'refuses one question with two labels', [
    '[ask-open-question,explicit-expectations|Wat hoopt u?]',
  ]),
  broken(examplesFollowTheGuide, 'refuses a leading question that is blame as well', [
    '[closed-leading-question,blame-parent|Hij zit zeker tot elf uur op zijn telefoon?]',
  ]),
  broken(examplesFollowTheGuide, 'refuses words that help and harm at once', [
    '[show-understanding,minimise|Het is vast niet leuk.]',
  ]),
  broken(examplesFollowTheGuide, 'refuses a span that begins with a space', ['[minimise| Ach, kom.]']),
  broken(examplesFollowTheGuide, 'refuses a broken confidence about nobody', [
    '[break-confidentiality|Er is iets gebeurd.]',
  ]),
  broken(examplesFollowTheGuide, 'refuses a polite word as understanding', ['[show-understanding|Duidelijk.]'], {
    move: 'show-understanding',
    is: 'never',
    nl: 'duidelijk',
    en: 'clear',
    why: 'that shows nothing.',
  }),
  broken(
    examplesFollowTheGuide,
    'refuses a bare formula before “but” as understanding',
    ['[show-understanding|Ik snap het], maar ik weet nog niets.'],
    {
      move: 'show-understanding',
      is: 'never-begins',
      nl: 'ik snap het, maar',
      en: 'i get it, but',
      why: 'it is taken back.',
    },
  ),
  broken(
    examplesFollowTheGuide,
    'refuses understanding that a blow takes back',
    ['[show-understanding|U schrok ervan], maar [minimise|zo erg was het niet.]'],
    { move: 'show-understanding', is: 'ended-by', nl: 'maar', en: 'but', why: 'it is taken back.' },
  ),
];

function broken(check: ContentCheck, title: string, lines: readonly string[], rule?: LabelRule): BrokenExample {
  const { examples } = parseExamples(lines.join('\n'), { locale: 'nl', file: FILE });
  return {
    check,
    title,
    broken: (draft) => draft,
    workbench: (draft) => ({ ...draft, examples, labelRules: rule ? { rules: [rule] } : draft.labelRules }),
    file: FILE,
    at: '',
  };
}
