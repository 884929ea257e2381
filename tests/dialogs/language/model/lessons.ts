import { parseExamples } from '../../../../content/parseExamples.ts';
import { createRecognizer } from '../../../../dialogs/language/createRecognizer.ts';
import { createSights } from '../../../../dialogs/language/model/createFeatures.ts';
import { learnMoveModel } from '../../../../dialogs/language/model/learnMoveModel.ts';
import type { MoveModel } from '../../../../dialogs/language/model/moveModel.ts';
import { theContent } from '../../../theContent.ts';

export const { lexicon } = theContent();

/** Cues and rules alone. */
export const rules = createRecognizer(lexicon);
const sights = createSights(lexicon.locales.nl.words);
export const { words: features } = sights;

/** Two writers, each with a handful of turns. */
export const examples = [
  ...turnsBy('warm', [
    '[minimise|Ach, zo erg is het niet.]',
    '[minimise|Ach joh, dat gaat wel over.]',
    '[show-understanding|Wat moet u geschrokken zijn.]',
    '[show-understanding|U bent er flink van geschrokken.]',
    'De gymles is op dinsdag.',
  ]),
  ...turnsBy('brisk', [
    '[minimise|Ach, kinderen plagen elkaar.]',
    '[show-understanding|Dat u schrok snap ik heel goed.]',
    'Hij zit bij het raam.',
  ]),
];

/** What is learned from these few turns. */
export function learned(): MoveModel {
  return learnMoveModel({ examples, known: [] }, 'nl', rules, sights);
}

function turnsBy(writer: string, lines: readonly string[]) {
  return parseExamples(lines.join('\n'), { locale: 'nl', file: `moves/examples/nl/${writer}-1.txt` }).examples;
}
