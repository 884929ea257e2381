import type { Delivered } from './connector.ts';

/** A card as people see it. */
export type Card = Readonly<Record<string, unknown>>;

/** A button, with what it sends when it is pressed. */
export interface Button {
  readonly title: string;
  readonly type: string;
  readonly verb?: string;
  readonly url?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly fallback?: Button;
}

const CARD = 'application/vnd.microsoft.card.adaptive';

/** The card that came with a message; undefined when none did. */
export function cardOn({ activity }: Pick<Delivered, 'activity'>): Card | undefined {
  const attachments = (activity['attachments'] ?? []) as readonly { contentType: string; content: Card }[];
  return attachments.find(({ contentType }) => contentType === CARD)?.content;
}

/** The same message with another card in the place of its own. */
export function withCardInPlace(delivered: Delivered, content: Card): Delivered {
  return { ...delivered, activity: { ...delivered.activity, attachments: [{ contentType: CARD, content }] } };
}

/** What one reads on a card, from top to bottom; buttons are not in it. */
export function wordsOn(card: Card): string {
  return everythingIn(card['body'])
    .flatMap((element) => [element['text'], element['label'], element['title']])
    .filter((words) => typeof words === 'string')
    .join('\n');
}

/** What stands in the fields of a form, by their id. */
export function valuesOn(form: Card): Readonly<Record<string, string>> {
  const fields = everythingIn(form['body']).filter(({ type }) => String(type).startsWith('Input.'));
  return Object.fromEntries(fields.map(({ id, value }) => [String(id), String(value ?? '')]));
}

/** The buttons under a card. */
export function buttonsOn(card: Card): readonly Button[] {
  return (card['actions'] ?? []) as readonly Button[];
}

/** Every button on a card, also those beside what they are about. */
export function everyButtonOn(card: Card): readonly Button[] {
  return everythingIn(card).filter(({ type }) => String(type).startsWith('Action.')) as unknown as readonly Button[];
}

/** Every element with a type in this, in order, also those within others; what stands in for an element is left out. */
export function everythingIn(value: unknown): readonly Card[] {
  if (Array.isArray(value)) return value.flatMap(everythingIn);
  if (typeof value !== 'object' || value === null) return [];
  const { fallback: _instead, ...rest } = value as Card;
  return [rest, ...Object.values(rest).flatMap((inner) => (typeof inner === 'object' ? everythingIn(inner) : []))];
}
