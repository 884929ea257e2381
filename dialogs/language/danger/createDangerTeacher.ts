import type { DangerLessons } from '../../../content/readDangerLessons.ts';
import type { Content } from '../../../content/schema/content.ts';
import type { Locale } from '../../../content/schema/locale.ts';
import { contractionsOf } from '../compileLexicon.ts';
import { ordinaryWords } from '../createLanguage.ts';
import { tokenize } from '../tokenize.ts';
import { compileDanger } from './compileDanger.ts';
import { dangerEyes } from './createDangerDetector.ts';
import type { DangerModel } from './dangerModel.ts';
import { learnDangerModel } from './learnDangerModel.ts';

/** Learns from lessons on danger in one language, seen as the product sees words with this content. */
export function createDangerTeacher(
  locale: Locale,
  { danger, lexicon, models }: Pick<Content, 'danger' | 'lexicon' | 'models'>,
): (lessons: DangerLessons) => DangerModel {
  const contractions = contractionsOf(lexicon);
  const eyes = dangerEyes(locale, danger, lexicon, compileDanger(danger, lexicon), ordinaryWords(models));
  return (lessons) => learnDangerModel(lessons, eyes, (text) => tokenize(text, contractions));
}
