import { describe, expect, it } from '@jest/globals';
import type { MessageKindId } from '../../../content/schema/messageKind.ts';
import { createMessageReader } from '../../../dialogs/answering/createMessageReader.ts';
import { content } from '../chat.ts';

const { answering, lexicon } = content;
if (!answering) throw new Error('Content holds no answering.');
const read = createMessageReader(answering, lexicon);
const kindsIn = (message: string, sentAt?: string) => read(message, 'nl', sentAt).carries.map(({ kind }) => kind);

describe('what a message carries', () => {
  it.each<readonly [MessageKindId, string]>([
    ['threatens', 'we stappen naar de inspectie als er niks verandert'],
    ['practical', 'Milan heeft koorts en blijft vandaag in bed'],
    ['thanks', 'Wat hebt u dat mooi gedaan, hartelijk bedankt!'],
    ['asks-talk', 'heeft u deze week een moment om te praten?'],
    ['shame', 'Het spijt me zo, ik schaam me voor wat hij deed.'],
    ['demand', 'Ik eis dat die jongen vandaag nog geschorst wordt.'],
  ])('is %s in “%s”', (kind, message) => {
    expect(kindsIn(message)[0]).toBe(kind);
  });

  it('can be several things at once, each with the words that show it', () => {
    const { carries } = read('Die jongen heeft haar weer geslagen. Ik eis dat hij van school gestuurd wordt.', 'nl');

    const quotes = Object.fromEntries(carries.map(({ kind, quote }) => [kind, quote]));

    expect(quotes).toMatchObject({
      'accuses-child': 'Die jongen heeft haar weer geslagen.',
      demand: 'Ik eis dat hij van school gestuurd wordt.',
    });
  });

  it('is unclear by itself only, and then not sure', () => {
    const reading = read('ok', 'nl');

    expect(reading.carries).toMatchObject([{ kind: 'unclear' }]);
    expect(reading.isSure).toBe(false);
  });

  it('is long from many words on, and sooner at night', () => {
    const some = 'Vandaag ging het weer over de plaats in de kring en wie daar mocht zitten. '.repeat(5);

    expect(kindsIn(some, '2030-01-15T14:00:00Z')).not.toContain('late-and-long');
    expect(kindsIn(some, '2030-01-15T22:00:00Z')).toContain('late-and-long');
    expect(kindsIn(some.repeat(3))).toContain('late-and-long');
  });

  it('holds three things at most', () => {
    const all =
      'Dank u. Sorry. Hij is ziek. Kunt u bellen? Ik wil zijn naam. U had beloofd te bellen. Ik ga naar de krant.';

    expect(kindsIn(all).length).toBeLessThanOrEqual(3);
  });

  it('is read the same every time', () => {
    const message = 'jullie doen niks en ik ben er klaar mee';

    expect(read(message, 'nl')).toEqual(createMessageReader(answering, lexicon)(message, 'nl'));
  });

  it.each([
    ['calm', 'Kunt u mij vandaag nog bellen?'],
    ['hot', 'BELACHELIJK! Jullie doen helemaal niks en ik ben woest!!'],
  ] as const)('is %s in “%s”', (heat, message) => {
    expect(read(message, 'nl').heat).toBe(heat);
  });

  it.each(['', ' \n ', '👍👍👍', 'a'.repeat(20_000), '?!?!?!'])('is never too odd to read: %#', (message) => {
    expect(read(message, 'nl').carries.length).toBeGreaterThan(0);
  });
});
