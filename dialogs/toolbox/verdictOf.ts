import type { ToolAnswers } from './toolAnswers.ts';

/**
 * What it looks like, from the three marks of bullying (Olweus, 1993): again and again, on purpose, and against someone
 * who cannot easily defend themselves; no difference in power in teasing, and a quarrel usually does not last long.
 *
 * | defends itself | again and again | on purpose | verdict |
 * | --- | --- | --- | --- |
 * | yes | yes | any | `teasing` |
 * | yes | no | any | `quarrel` |
 * | yes | not known | any | `equal` |
 * | no | yes | yes | `bullying` |
 * | no | yes | no | `unmeant` |
 * | no | no | any | `once` |
 * | anything else | | | `unclear` |
 */
export type Verdict = 'bullying' | 'teasing' | 'quarrel' | 'equal' | 'once' | 'unmeant' | 'unclear';

/** Sorts by the steps `repeated`, `on-purpose` and `defend`; a skipped step counts as not known. */
export function verdictOf(answers: ToolAnswers): Verdict {
  const repeated = answers['repeated']?.choice;
  const onPurpose = answers['on-purpose']?.choice;
  switch (answers['defend']?.choice) {
    case 'yes':
      return repeated === 'yes' ? 'teasing' : repeated === 'no' ? 'quarrel' : 'equal';
    case 'no':
      if (repeated === 'no') return 'once';
      if (repeated !== 'yes') return 'unclear';
      return onPurpose === 'yes' ? 'bullying' : onPurpose === 'no' ? 'unmeant' : 'unclear';
    default:
      return 'unclear';
  }
}
