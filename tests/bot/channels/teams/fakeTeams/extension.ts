import { anInvoke, type Company, type Person, type Wire } from './people.ts';
import type { Answer } from './redelivery.ts';
import type { Card } from './screen.ts';

/** Somebody searches while writing; no question: the search was only opened. */
export function aSearch(person: Person, question: string | null, company?: Company, skip = 0): Wire {
  const parameters = [
    question === null ? { name: 'initialRun', value: 'true' } : { name: 'question', value: question },
  ];
  const value = { commandId: 'tips', parameters, queryOptions: { skip, count: 25 } };
  return anInvoke(person, 'composeExtension/query', value, company);
}

/** Somebody asks for help with a message of another, in the HTML of Teams. */
export function aHelp(person: Person, html: string, company?: Company, createdDateTime = '2030-01-15T12:00:00Z'): Wire {
  const value = {
    commandId: 'answer',
    commandContext: 'message',
    context: { theme: 'default' },
    messagePayload: {
      id: '1581402154000',
      createdDateTime,
      deleted: false,
      locale: 'nl-nl',
      body: { contentType: 'html', content: html },
      from: { user: { id: 'somebody-else', displayName: 'Ouder van Emma', userIdentityType: 'anonymousGuest' } },
      mentions: [],
      attachments: [],
    },
  };
  return anInvoke(person, 'composeExtension/fetchTask', value, company);
}

/** Somebody chooses a reply, perhaps changed, to put into what they write. */
export function anInsertion(person: Person, data: object, company?: Company): Wire {
  const value = { commandId: 'answer', commandContext: 'message', data };
  return anInvoke(person, 'composeExtension/submitAction', value, company);
}

/** One result as it stands in the list, with the card behind it. */
export interface Listed {
  readonly contentType: string;
  readonly content: Card;
  readonly preview: { readonly content: { readonly title: string; readonly text: string } };
}

interface ExtensionBody {
  readonly composeExtension?: {
    readonly type: string;
    readonly text?: string;
    readonly attachments?: readonly Listed[];
  };
  readonly task?: { readonly type: string; readonly value: string | { readonly card: { readonly content: Card } } };
}

/** What the list shows. */
export function listedIn({ body }: Answer): readonly Listed[] {
  return (body as ExtensionBody).composeExtension?.attachments ?? [];
}

/** What the list or the dialog says in place of cards. */
export function sentenceIn({ body }: Answer): string | undefined {
  const { composeExtension, task } = body as ExtensionBody;
  return composeExtension?.text ?? (typeof task?.value === 'string' ? task.value : undefined);
}

/** The card in the dialog that opened; throws when none did. */
export function dialogIn({ body }: Answer): Card {
  const { task } = body as ExtensionBody;
  if (task?.type !== 'continue' || typeof task.value === 'string') throw new Error('No dialog opened.');
  return task.value.card.content;
}
