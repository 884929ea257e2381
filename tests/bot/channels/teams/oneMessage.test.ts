import { describe, expect, it } from '@jest/globals';
import { AdaptiveCard, TextBlock } from '@microsoft/teams.cards';
import type { Activity } from 'botframework-schema';
import type { TeamsAddress } from '../../../../bot/channels/teams/address.ts';
import { oneMessage } from '../../../../bot/channels/teams/oneMessage.ts';
import { teamsMarkdown } from '../../../../bot/channels/teams/teamsMarkdown.ts';
import { guideSays, parentSays, type Suggestion } from '../../../../dialogs/activities.ts';

const address: TeamsAddress = {
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  scope: 'personal',
  conversation: 'a:1',
  bot: '28:bot',
  user: '29:anna',
};

const compose = oneMessage((locale) => (key, slots) => `[${locale} ${key} ${Object.values(slots ?? {}).join()}]`);

/** The message for these replies, as far as tests look. */
function messageOf(...replies: readonly Partial<Activity>[]) {
  return compose(replies as readonly Activity[], address) as {
    readonly text: string;
    readonly suggestedActions?: { readonly to: readonly string[]; readonly actions: readonly object[] };
  };
}

const line = (text: string, kind: 'line' | 'thought' = 'line') =>
  parentSays('nl', 'Moeder van Sam', text, { kind, turn: 1 });
const guide = (text: string, suggestions: readonly Suggestion[] = []) => guideSays('nl', 'menu', text, { suggestions });
const buttons = (count: number): readonly Suggestion[] =>
  Array.from({ length: count }, (_, index) => ({ title: `Knop ${index + 1}`, value: `woord ${index + 1}` }));

describe('one message for Teams', () => {
  it('puts all that a turn says under each other', () => {
    expect(messageOf(guide('Eerst dit.'), guide('Dan dat.')).text).toBe('Eerst dit.\n\nDan dat.');
  });

  it('has the name of the parent in bold before her line, and says when she only thinks it', () => {
    expect(messageOf(line('Nou.')).text).toBe('**Moeder van Sam:** Nou.');
    expect(messageOf(line('Hm.', 'thought')).text).toBe('**[nl teams.thinks Moeder van Sam]:** Hm.');
  });

  it('leaves the names that several voices bring along', () => {
    const text = '**Moeder:** Nou.\n\n**Vader:** Ja.';

    expect(messageOf(line(text)).text).toBe(text);
  });

  it('has the buttons of the last part that has any', () => {
    const { suggestedActions } = messageOf(guide('Eerst', buttons(1)), guide('Dan', buttons(2)), line('Nou.'));

    expect(suggestedActions).toEqual({
      to: ['29:anna'],
      actions: [
        { type: 'imBack', title: 'Knop 1', value: 'woord 1' },
        { type: 'imBack', title: 'Knop 2', value: 'woord 2' },
      ],
    });
  });

  it('names in the text what Teams may not show as a button', () => {
    expect(messageOf(guide('Kies.', buttons(3))).text).toBe('Kies.');
    expect(messageOf(guide('Kies.', buttons(5))).text).toBe('Kies.\n\n[nl teams.alsoType `woord 4`, `woord 5`]');
  });

  it('explains nothing under what a parent says', () => {
    const { suggestedActions } = guide('', buttons(5));
    const asked = { ...line('En nu?'), suggestedActions };

    expect(messageOf(asked).text).toBe('**Moeder van Sam:** En nu?');
    expect(messageOf(guide('Daar is ze.'), asked).text).toMatch(
      /En nu\?\n\n\[nl teams\.alsoType `woord 4`, `woord 5`\]$/,
    );
  });

  describe('with a card', () => {
    const card = new AdaptiveCard(new TextBlock('Op de kaart', { wrap: true })).withVersion('1.5');
    const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }];
    const carded = { ...guide('**Op** de kaart'), attachments };

    it('shows the card in place of its words, which are the summary', () => {
      const message = messageOf(carded);

      expect(message).toMatchObject({ summary: 'Op de kaart', attachments: [{ content: { type: 'AdaptiveCard' } }] });
      expect(message).not.toHaveProperty('text');
    });

    it('has what was said before above the card, and what was said after under what is on it', () => {
      const message = messageOf(guide('Eerst dit.'), carded, guide('Dan dat.', buttons(1)));

      expect(message.text).toBe('Eerst dit.');
      expect(JSON.stringify(message)).toMatch(/Op de kaart.*Dan dat\..*\[nl teams\.alsoType \*\*woord 1\*\*\]/);
      expect(message).not.toHaveProperty('suggestedActions');
    });

    it('has one card at most: the last; an earlier one is shown in words', () => {
      const message = messageOf({ ...guide('Eerder'), attachments }, carded);

      expect(message.text).toBe('Eerder');
      expect(message).toHaveProperty('attachments.length', 1);
    });

    it('has first steps beside it, three at most; more are named on the card', () => {
      const message = messageOf({ ...guide('Welkom', buttons(4)), attachments });

      expect(message.suggestedActions?.actions).toHaveLength(3);
      expect(JSON.stringify(message)).toContain('[nl teams.alsoType **woord 4**]');
    });
  });

  it('has six buttons at most', () => {
    const { text, suggestedActions } = messageOf(guide('Kies.', buttons(9)));

    expect(suggestedActions?.actions).toHaveLength(6);
    expect(text).toContain('`woord 9`');
  });

  it('fits into what Teams takes, and ends where a part ends', () => {
    const { text } = messageOf(...Array.from({ length: 40 }, () => guide('x'.repeat(1000))));

    expect(Buffer.byteLength(text, 'utf16le')).toBeLessThan(60_000);
    expect(text.endsWith('x\n\n…')).toBe(true);
  });

  it('is not there when nothing is said', () => {
    expect(compose([], address)).toBeNull();
    expect(compose([{ type: 'event', name: 'x' } as Activity], address)).toBeNull();
  });
});

describe('Markdown for Teams', () => {
  it.each([
    ['## Kop\n\nTekst', '**Kop**\n\nTekst'],
    ['### Met **vet** erin', 'Met **vet** erin'],
    ['een\n\n---\n\ntwee', 'een\n\ntwee'],
    ['![Een grafiek](https://x.example/a.svg)', 'Een grafiek'],
    ['als 3 < 4 en <b>vet</b>', 'als 3 < 4 en &lt;b>vet&lt;/b>'],
    ['*schuin* en [hier](https://x.example) en `woord`', '*schuin* en [hier](https://x.example) en `woord`'],
    ['- een\n- twee', '- een\n- twee'],
    ['#geen kop', '#geen kop'],
  ])('makes %j into %j', (ours, theirs) => {
    expect(teamsMarkdown(ours)).toBe(theirs);
  });
});
