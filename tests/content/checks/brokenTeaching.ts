import { commandsAreFolded } from '../../../content/checks/commandsAreFolded.ts';
import { commandsDoNotCollide } from '../../../content/checks/commandsDoNotCollide.ts';
import { everyMoveHasAWeight } from '../../../content/checks/everyMoveHasAWeight.ts';
import { messagesMatch } from '../../../content/checks/messagesMatch.ts';
import { referencesExist } from '../../../content/checks/referencesExist.ts';
import { slotsAreKnown } from '../../../content/checks/slotsAreKnown.ts';
import { tipSentencesAreShort } from '../../../content/checks/tipSentencesAreShort.ts';
import { tipsCoverMoments } from '../../../content/checks/tipsCoverMoments.ts';
import { uniqueIds } from '../../../content/checks/uniqueIds.ts';
import type { Line } from '../../../content/schema/line.ts';
import { both, type ContentDraft, line } from '../contentDraft.ts';
import type { BrokenExample } from './brokenExample.ts';

const LINES = 'scenarios/quarrel/lines.yaml';

/** What can be wrong with tips, weights, sources and interface texts: one example or more for each check. */
export const brokenTeaching: readonly BrokenExample[] = [
  {
    check: uniqueIds,
    title: 'refuses two sources with one id',
    broken: (draft) => ({ ...draft, sources: [...draft.sources, ...draft.sources] }),
    file: 'sources.yaml',
    at: 'sources.1.id',
  },
  {
    check: referencesExist,
    title: 'refuses a weight with a source that is not there',
    broken: (draft) => ({
      ...draft,
      weights: { ...draft.weights, decay: { ...draft.weights.decay, source: 'hearsay' } },
    }),
    file: 'weights.yaml',
    at: 'decay.source',
  },
  {
    check: referencesExist,
    title: 'refuses a tip with a source that is not there',
    broken: withFirstTip({ source: 'hearsay' }),
    file: 'tips/face-to-face.yaml',
    at: 'source',
  },
  {
    check: everyMoveHasAWeight,
    title: 'refuses a move that changes nothing',
    broken: (draft) => ({ ...draft, weights: { ...draft.weights, weights: draft.weights.weights.slice(1) } }),
    file: 'weights.yaml',
    at: 'weights',
  },
  {
    check: slotsAreKnown,
    title: 'refuses a slot that nothing fills in',
    broken: withLine(line('slot', 'initiative', { say: { nl: 'Dag {naam}.', en: 'Hello {child}.' } })),
    file: LINES,
    at: 'lines.0.say.nl',
  },
  {
    check: slotsAreKnown,
    title: 'refuses the parent in a tip',
    broken: withFirstTip({ what: both('Luister naar {parent}.') }),
    file: 'tips/face-to-face.yaml',
    at: 'what.nl',
  },
  {
    check: tipsCoverMoments,
    title: 'refuses a tip without a sentence for the agreement',
    broken: (draft) => withFirstTip({ say: draft.tips[0]?.say.filter(({ moment }) => moment !== 'agreement') })(draft),
    file: 'tips/face-to-face.yaml',
    at: 'say',
  },
  {
    check: tipsCoverMoments,
    title: 'refuses a tip with nothing for a parent who is hot',
    broken: (draft) =>
      withFirstTip({ say: draft.tips[0]?.say.map((saying) => ({ ...saying, heat: ['cool', 'warm'] })) })(draft),
    file: 'tips/face-to-face.yaml',
    at: 'say',
  },
  {
    check: tipsCoverMoments,
    title: 'refuses a tip whose only sentences in writing are for some children',
    broken: (draft) =>
      withFirstTip({
        say: draft.tips[0]?.say.map((saying) =>
          saying.moment === 'in-writing' ? { ...saying, group: ['older'] } : saying,
        ),
      })(draft),
    file: 'tips/face-to-face.yaml',
    at: 'say',
  },
  {
    check: tipSentencesAreShort,
    title: 'refuses a sentence of more than 25 words to say',
    broken: (draft) =>
      withFirstTip({ say: draft.tips[0]?.say.map((saying) => ({ ...saying, text: both('zo '.repeat(26)) })) })(draft),
    file: 'tips/face-to-face.yaml',
    at: 'say.0.text.nl',
  },
  {
    check: tipSentencesAreShort,
    title: 'refuses a tip that takes two sentences to say what to do',
    broken: withFirstTip({ what: both('Doe dit. Doe dat.') }),
    file: 'tips/face-to-face.yaml',
    at: 'what.nl',
  },
  {
    check: referencesExist,
    title: 'refuses a tip from an article that is not there',
    broken: withFirstTip({ origin: { article: 'hearsay', section: both('Een'), says: both('Iets.') } }),
    file: 'tips/face-to-face.yaml',
    at: 'origin.article',
  },
  {
    check: messagesMatch,
    title: 'refuses a text that one language lacks',
    broken: (draft) => ({
      ...draft,
      messages: { ...draft.messages, nl: { ...draft.messages.nl, menu: { stop: 'Stop' } } },
    }),
    file: 'messages/page.nl.yaml',
    at: 'menu.stop',
  },
  {
    check: messagesMatch,
    title: 'refuses a placeholder that one language lacks',
    broken: (draft) => ({ ...draft, messages: { ...draft.messages, en: { title: 'Hello' } } }),
    file: 'messages/page.nl.yaml',
    at: 'title',
  },
  {
    check: commandsDoNotCollide,
    title: 'refuses a phrase that belongs to another command',
    broken: withStop(['stop', 'en help']),
    file: 'commands.yaml',
    at: 'commands.stop.nl.1',
  },
  {
    check: commandsAreFolded,
    title: 'refuses a phrase with a capital',
    broken: withStop(['Stop']),
    file: 'commands.yaml',
    at: 'commands.stop.nl.0',
  },
];

/** The draft with this line first, so that it stands at `lines.0`. */
function withLine(added: Line): (draft: ContentDraft) => ContentDraft {
  return (draft) => ({ ...draft, lines: [added, ...draft.lines] });
}

function withFirstTip(change: Partial<ContentDraft['tips'][number]>): (draft: ContentDraft) => ContentDraft {
  return (draft) => ({ ...draft, tips: draft.tips.map((tip, index) => (index === 0 ? { ...tip, ...change } : tip)) });
}

function withStop(nl: string[]): (draft: ContentDraft) => ContentDraft {
  return (draft) => ({ ...draft, commands: { ...draft.commands, stop: { nl, en: ['stop'] } } });
}
