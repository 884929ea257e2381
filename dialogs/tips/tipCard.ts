import type { Suggestion } from '../activities.ts';
import { cardBody, cardHeading, cardPart, cardText } from '../cards/cardBody.ts';
import type { CardLook } from '../cards/withCard.ts';

/** What a card about a tip shows, in Markdown. */
export interface TipOnCard {
  readonly heading: string;
  /** What it is and why; left out when only sentences were asked for. */
  readonly lead?: string;
  readonly say: string;
  readonly example?: string;
  readonly avoid: string;
  readonly source: string;
  /** The other moments, other sentences, the source. */
  readonly buttons: readonly Suggestion[];
}

/** A tip as a card: another moment or other sentences take its place, so that one card is enough. */
export function tipCard({ heading, lead, say, example, avoid, source, buttons }: TipOnCard): CardLook {
  return {
    body: [
      cardHeading(heading.replaceAll('**', '')),
      ...(lead === undefined ? [] : cardBody(lead)),
      cardPart(...leadAndList(say)),
      ...(example === undefined ? [] : cardBody(example)),
      ...cardBody(avoid),
      cardText(source, { size: 'Small', isSubtle: true }),
    ],
    buttons: buttons.map((button) => ({ ...button, isInPlace: true })),
  };
}

/** The line above a list stands by itself, and in bold. */
function leadAndList(markdown: string) {
  const [lead = '', ...list] = markdown.split('\n');
  return [cardText(lead, { weight: 'Bolder' }), ...cardBody(list.join('\n'))];
}
