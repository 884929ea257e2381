import { everyMessageKindIsAnswered } from '../../../content/checks/everyMessageKindIsAnswered.ts';
import { parentMessagesDiffer } from '../../../content/checks/parentMessagesDiffer.ts';
import { referencesExist } from '../../../content/checks/referencesExist.ts';
import type { MessageReply } from '../../../content/schema/messageKind.ts';
import { both, type ContentDraft } from '../contentDraft.ts';
import type { WorkbenchDraft } from '../workbenchDraft.ts';
import type { BrokenExample } from './brokenExample.ts';

const FILE = 'answering/blame-school.yaml';
const EXAMPLES = 'answering/examples/nl/blame-school.txt';

/** What can be wrong with how a message of a parent is read and answered. */
export const brokenMessages: readonly BrokenExample[] = [
  {
    check: everyMessageKindIsAnswered,
    title: 'refuses a kind that nobody wrote',
    broken: (draft) => ({ ...draft, messageKinds: draft.messageKinds.slice(0, -1) }),
    file: 'answering/unclear.yaml',
    at: '',
  },
  {
    check: everyMessageKindIsAnswered,
    title: 'refuses a kind with too few messages',
    broken: (draft) => draft,
    workbench: (draft) => withoutFirst(draft),
    file: EXAMPLES,
    at: '',
  },
  {
    check: everyMessageKindIsAnswered,
    title: 'refuses two replies of one tone',
    broken: withReply({ tone: 'short' }),
    file: FILE,
    at: 'replies.1.tone',
  },
  {
    check: everyMessageKindIsAnswered,
    title: 'refuses a reply that settles a heavy message in writing',
    broken: withReply({ tips: ['show-understanding', 'be-reachable'] }),
    file: FILE,
    at: 'replies.0.tips',
  },
  {
    check: everyMessageKindIsAnswered,
    title: 'refuses a reply with a sentence of too many words',
    broken: withReply({ text: both(`${'woord '.repeat(26)}.`) }),
    file: FILE,
    at: 'replies.0.text.nl',
  },
  {
    check: everyMessageKindIsAnswered,
    title: 'refuses a slot that nothing fills in',
    broken: withReply({ text: both('Dag {parent}.') }),
    file: FILE,
    at: 'replies.0.text.nl',
  },
  {
    check: referencesExist,
    title: 'refuses a kind of message with a source that is not there',
    broken: (draft) => changed(draft, (kind) => ({ ...kind, sources: ['hearsay'] })),
    file: FILE,
    at: 'sources.0',
  },
  {
    check: parentMessagesDiffer,
    title: 'refuses a message that stands twice',
    broken: (draft) => draft,
    workbench: (draft) => ({ ...draft, messages: [...draft.messages, ...draft.messages.slice(0, 1)] }),
    file: EXAMPLES,
    at: '',
  },
];

function withoutFirst(draft: WorkbenchDraft): WorkbenchDraft {
  return { ...draft, messages: draft.messages.slice(1) };
}

function withReply(change: Partial<MessageReply>): (draft: ContentDraft) => ContentDraft {
  return (draft) =>
    changed(draft, (kind) => ({
      ...kind,
      replies: kind.replies.map((reply, index) => (index === 0 ? { ...reply, ...change } : reply)),
    }));
}

function changed(
  draft: ContentDraft,
  change: (kind: ContentDraft['messageKinds'][number]) => ContentDraft['messageKinds'][number],
): ContentDraft {
  return { ...draft, messageKinds: draft.messageKinds.map((kind, index) => (index === 0 ? change(kind) : kind)) };
}
