import { describe, expect, it } from '@jest/globals';
import { createCommandFinder } from '../../dialogs/commands.ts';
import { theContent } from '../theContent.ts';

const find = createCommandFinder(theContent().commands, ['pittig', 'hard']);

describe('the words understood anywhere', () => {
  it.each([
    ['oefenen', 'rehearse'],
    ['rehearse', 'rehearse'],
    ['voorbereiden', 'prepare'],
    ['prepare', 'prepare'],
    ['tip', 'tip'],
    ['gereedschap', 'toolbox'],
    ['toolbox', 'toolbox'],
    ['terugblik', 'afterwards'],
    ['afterwards', 'afterwards'],
    ['help', 'help'],
    ['stop', 'stop'],
    ['hint', 'hint'],
    ['pauze', 'pause'],
    ['pause', 'pause'],
    ['terug', 'rewind'],
    ['rewind', 'rewind'],
    ['gedachte', 'thought'],
    ['thought', 'thought'],
    ['nog eens', 'again'],
    ['same again', 'again'],
    ['opnieuw dat moment', 'same-moment'],
    ['try that moment again', 'same-moment'],
    ['vervolg', 'follow-up'],
    ['follow-up', 'follow-up'],
    ['moeilijker', 'harder'],
    ['easier', 'easier'],
    ['op tijd', 'timed'],
    ['timed', 'timed'],
    ['wissel', 'swap'],
    ['swap seats', 'swap'],
    ['verder', 'next'],
    ['next', 'next'],
    ['taal', 'language'],
    ['language', 'language'],
    ['privacy', 'privacy'],
    ['verwijder mijn gegevens', 'delete-my-data'],
    ['delete my data', 'delete-my-data'],
  ])('"%s" means %s', (words, command) => {
    expect(find(words)).toMatchObject({ command, argument: '' });
  });

  it.each(['Oefenen', ' oefenen ', 'OEFENEN!', 'oefenen.'])(
    'hold whatever their case, spaces and full stop: "%s"',
    (words) => {
      expect(find(words)?.command).toBe('rehearse');
    },
  );

  it('tell their language where only one has them', () => {
    expect(find('oefenen')?.locale).toBe('nl');
    expect(find('rehearse')?.locale).toBe('en');
    expect(find('help')?.locale).toBeNull();
  });

  it('take a number behind them where that means something', () => {
    expect(find('terug 3')).toMatchObject({ command: 'rewind', argument: '3' });
    expect(find('tip 7')).toMatchObject({ command: 'tip', argument: '7' });
  });

  it('take a level of difficulty behind the conversation to rehearse', () => {
    expect(find('oefenen 3 pittig')).toMatchObject({ command: 'rehearse', argument: '3 pittig' });
    expect(find('rehearse late-again hard')).toMatchObject({ command: 'rehearse', argument: 'late-again hard' });
    expect(find('rehearse what hurts')).toBeNull();
  });

  it.each([
    'Ik wil u graag helpen.',
    'Zullen we verder gaan met wat Sam thuis vertelt?',
    'In het volgende gesprek horen we wat er lukte.',
    'Ik kom volgende keer op tijd.',
    'Zullen we even stoppen en ademhalen?',
    'Terug naar wat u zei over de bouwhoek.',
    'Een tip van mij: ga vroeg naar bed',
    'Help me te begrijpen wat er thuis gebeurt.',
    'Stop met schreeuwen alstublieft',
    'Wat is uw gedachte daarbij?',
    'Let me rehearse what you said.',
  ])('are not found in a sentence to the parent: "%s"', (sentence) => {
    expect(find(sentence)).toBeNull();
  });
});
