import { describe, expect, it } from '@jest/globals';
import { knownTurns } from '../../content/knownTurns.ts';
import { type WorkbenchDraft, workbenchDraft, workbenchFiles } from './workbenchDraft.ts';

function turnsOf(change: Partial<WorkbenchDraft> = {}, locale: 'nl' | 'en' = 'nl') {
  return knownTurns(workbenchFiles({ ...workbenchDraft(), ...change }), locale);
}

describe('the turns that the content knows already', () => {
  it('are those of golden talks that say which moves they expect', () => {
    const talk = [
      { say: 'Wat merkt u thuis?', expect: { moves: ['ask-open-question' as const] } },
      { say: 'Momentje.', expect: { moves: [] } },
      { say: 'Dag.' },
    ];

    const turns = turnsOf({ goldenTalks: { 'good.nl': { locale: 'nl', seed: 1, talk } } });

    expect(turns).toContainEqual({ text: 'Wat merkt u thuis?', moves: ['ask-open-question'] });
    expect(turns).toContainEqual({ text: 'Momentje.', moves: [] });
    expect(turns.map(({ text }) => text)).not.toContain('Dag.');
  });

  it('leave out golden talks in the other language', () => {
    const talk = [{ say: 'What do you see at home?', expect: { moves: ['ask-open-question' as const] } }];

    const turns = turnsOf({ goldenTalks: { 'good.en': { locale: 'en', seed: 1, talk } } });

    expect(turns.map(({ text }) => text)).not.toContain('What do you see at home?');
  });

  it('are what a simulated teacher says to make a move', () => {
    expect(turnsOf()).toContainEqual({ text: 'Een zin.', moves: ['defensive'] });
    expect(turnsOf({}, 'en')).toContainEqual({ text: 'A sentence.', moves: ['defensive'] });
  });

  it('are what a good teacher says to take up a concern', () => {
    expect(turnsOf()).toContainEqual({ text: 'Wat naar voor u.', moves: ['show-understanding'] });
  });

  it('call the child by a name', () => {
    const words = { nl: ['Wat naar voor {child}.'], en: ['Poor {child}.'] };

    const turns = turnsOf({ teacher: { understands: { 'left-out': words } } });

    expect(turns).toContainEqual({ text: 'Wat naar voor Noor.', moves: ['show-understanding'] });
  });
});
