import { describe, expect, it } from '@jest/globals';
import { chat } from '../chat.ts';

/** Types these one after the other and gives what was said to the last. */
async function sayAll(talk: ReturnType<typeof chat>, ...texts: readonly string[]): Promise<string> {
  let said = '';
  for (const text of texts) said = (await talk.say(text)).map((one) => one.text).join('\n');
  return said;
}

describe('the walk through a tool', () => {
  it('begins from the tool itself, with a button', async () => {
    const talk = chat('nl');

    const [shown] = await talk.say('gereedschap vision');

    expect(shown?.buttons).toContain('maken vision');
  });

  it('asks one question at a time and says how many there are', async () => {
    const talk = chat('nl');

    const first = await talk.say('maken vision');
    const second = await talk.say('Steeds weer en met opzet pijn doen.');

    expect(first).toHaveLength(1);
    expect(first[0]?.text).toContain('1 van 10');
    expect(second).toHaveLength(1);
    expect(second[0]?.text).toContain('2 van 10');
  });

  it('begins the tool that was shown last when only the word is typed', async () => {
    const talk = chat('en');

    const said = await sayAll(talk, 'toolbox vision', 'step by step');

    expect(said).toContain('1 of 10');
  });

  it('goes back to the question before, shows what was answered, and keeps it when skipped', async () => {
    const talk = chat('nl');
    await sayAll(talk, 'maken vision', 'Iemand steeds pijn doen.');

    const back = await sayAll(talk, 'vorige');
    await sayAll(talk, 'overslaan', 'klaar');

    expect(back).toContain('1 van 10');
    expect(back).toContain('Iemand steeds pijn doen.');
    expect(JSON.stringify(talk.kept.keepsakes)).toContain('Iemand steeds pijn doen.');
  });

  it('replaces an answer when something new is typed', async () => {
    const talk = chat('nl');

    await sayAll(talk, 'maken vision', 'Oud.', 'terug', 'Nieuw.', 'klaar');

    expect(JSON.stringify(talk.kept.keepsakes)).toContain('Nieuw.');
    expect(JSON.stringify(talk.kept.keepsakes)).not.toContain('Oud.');
  });

  it('is put away by stop and goes on where it was', async () => {
    const talk = chat('nl');

    const stopped = await sayAll(talk, 'maken vision', 'Eerste.', 'Tweede.', 'stop');
    await talk.say('tip 3');
    const resumed = await sayAll(talk, 'maken vision');

    expect(stopped).toContain('maken vision');
    expect(talk.kept.keepsakes).toEqual([]);
    expect(resumed).toContain('3 van 10');
  });

  it('begins empty again when asked', async () => {
    const talk = chat('en');

    const said = await sayAll(talk, 'make vision', 'First.', 'start over', 'done');

    expect(said).toContain('nothing to keep');
    expect(talk.kept.keepsakes).toEqual([]);
  });

  it('asks the same question again after a tip in between', async () => {
    const talk = chat('nl');

    const said = await sayAll(talk, 'maken vision', 'Eerste.', 'tip 2');

    expect(said).toContain('2 van 10');
  });

  it('keeps nothing while nothing is filled in', async () => {
    const talk = chat('nl');

    const said = await sayAll(talk, 'maken vision', 'klaar');

    expect(said).toContain('nog niets ingevuld');
    expect(talk.kept.keepsakes).toEqual([]);
  });

  it('ends with what was made in words, and the links to keep it', async () => {
    const talk = chat('nl');

    const said = await sayAll(talk, 'maken vision', 'Steeds weer pijn doen.', 'klaar');

    expect(said).toContain('Steeds weer pijn doen.');
    expect(said).toContain('(/keep/keepsake-1)');
    expect(said).toContain('(/keep/keepsake-1/word.docx)');
    expect(said).not.toContain('calendar.ics');
  });

  it('shows a typed link or mark as the words they are', async () => {
    const talk = chat('nl');

    const said = await sayAll(talk, 'maken vision', '[klik](https://example.org) <b>vet</b>', 'klaar');

    expect(said).toContain('\\[klik\\](https://example.org) \\<b\\>vet\\</b\\>');
  });

  it('can be changed afterwards: the answers are still there', async () => {
    const talk = chat('nl');
    await sayAll(talk, 'maken vision', 'Eerste versie.', 'klaar');

    const again = await sayAll(talk, 'maken vision');

    expect(again).toContain('1 van 10');
    expect(again).toContain('Eerste versie.');
  });

  it('is forgotten with delete my data', async () => {
    const talk = chat('nl');
    await sayAll(talk, 'maken vision', 'Geheim.', 'stop', 'verwijder mijn gegevens', 'ja');

    const again = await sayAll(talk, 'maken vision');

    expect(again).toContain('1 van 10');
    expect(again).not.toContain('Geheim.');
  });

  it('leaves a talk with a parent alone', async () => {
    const talk = chat('nl');
    await sayAll(talk, 'oefenen');

    const said = await talk.say('maken vision');

    expect(said[0]?.kind).toBe('notice');
    expect(said.at(-1)?.text).toContain('Het gesprek staat nog open');
  });
});
