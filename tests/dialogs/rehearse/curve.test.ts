import { describe, expect, it } from '@jest/globals';
import { makeDebrief } from '../../../dialogs/engine/makeDebrief.ts';
import type { RehearsalEvent } from '../../../dialogs/engine/rehearsal.ts';
import { CURVE_CONTENT_TYPE, curveContent, curveMessages } from '../../../dialogs/rehearse/curve/curveMessage.ts';
import { createTexts } from '../../../dialogs/texts.ts';
import { theContent } from '../../theContent.ts';
import { says } from '../engine/testReading.ts';
import { testScenario } from '../engine/testScenario.ts';
import { talk } from '../engine/testTalk.ts';

const scenario = testScenario();
const texts = createTexts(theContent().messages);
const hears = (utterance = 'Niemand belde u, dat steekt.') =>
  says('show-understanding', { concerns: ['not-called'], utterance });
const playsDown = (utterance = 'Het valt wel mee.') => says('minimise', { utterance });
const back = (to: number): RehearsalEvent => ({ type: 'teacher-rewound', to });
const stop: RehearsalEvent = { type: 'teacher-stopped' };

function curveAfter(...events: readonly RehearsalEvent[]) {
  const rehearsal = talk(scenario, events);
  return curveContent(scenario, rehearsal, makeDebrief(scenario, rehearsal), texts('nl'));
}

function messagesAfter(...events: readonly RehearsalEvent[]) {
  const rehearsal = talk(scenario, events);
  return curveMessages(scenario, rehearsal, makeDebrief(scenario, rehearsal), texts('nl'));
}

describe('the picture of a talk, as data', () => {
  it('has the start and every turn, with what was said and answered', () => {
    const { points } = curveAfter(hears('Dat steekt.'), playsDown('Valt mee.'));

    expect(points.map(({ turn, tension, quote }) => [turn, tension, quote])).toEqual([
      [0, 60, ''],
      [1, 50, 'Dat steekt.'],
      [2, 60, 'Valt mee.'],
    ]);
    expect(points.every(({ answer }) => answer !== '')).toBe(true);
  });

  it('keeps an earlier try beside the new one, from the turn that both share', () => {
    const { points, tries } = curveAfter(hears(), playsDown('Valt mee.'), back(1), says('name-expertise'));

    expect(points).toHaveLength(3);
    expect(tries).toEqual([
      {
        number: 1,
        from: 1,
        points: [
          { turn: 1, tension: 50, trust: expect.any(Number), quote: '' },
          { turn: 2, tension: 60, trust: expect.any(Number), quote: 'Valt mee.' },
        ],
      },
    ]);
  });

  it('names the turning point with the size and the direction of the change', () => {
    expect(curveAfter(playsDown('Valt mee.')).turningPoint).toEqual({ turn: 1, quote: 'Valt mee.', change: 10 });
    expect(curveAfter(hears('Dat steekt.')).turningPoint).toEqual({ turn: 1, quote: 'Dat steekt.', change: -10 });
  });

  it('knows where the parent is hot, warm and gone', () => {
    const { bands, limit } = curveAfter(hears());

    expect({ bands, limit }).toEqual({ bands: { hot: 65, warm: 40 }, limit: 90 });
  });

  it('groups the figures by phase, and puts earlier tries behind them', () => {
    const { table } = curveAfter(hears('Dat steekt.'), playsDown('Valt mee.'), back(1), hears('Ook dat huilen.'));

    const rows = table.groups.map(({ title, rows: group }) => [title, group.map(({ turn }) => turn)]);

    expect(rows[0]).toEqual(['begin', ['start']]);
    expect(rows.at(-1)).toEqual(['Poging 1, verder vanaf beurt 1', ['2']]);
  });

  it('is the same for the same talk', () => {
    const events = [hears(), playsDown(), stop];

    expect(curveAfter(...events)).toEqual(curveAfter(...events));
  });
});

describe('the picture of a talk, in words', () => {
  it('says where tension rose and fell, in that order, with the words that did it', () => {
    const words = curveAfter(playsDown('Valt mee.'), hears('Dat steekt.'), stop).words;

    expect(words[0]).toContain('De spanning ging van 60 naar 60');
    expect(words[1]).toContain('De spanning steeg het meest bij beurt 1, met 10: “Valt mee.”');
    expect(words[2]).toContain('De spanning zakte het meest bij beurt 2, met 10: “Dat steekt.”');
    expect(words.at(-1)).toBe('Zo eindigde het: jij stopte het gesprek.');
  });

  it('says so when tension never rose', () => {
    expect(curveAfter(hears()).words).toContain('Bij geen enkele beurt liep de spanning merkbaar op.');
  });

  it('says in one piece that the tension hardly moved', () => {
    const words = curveAfter(stop).words;

    expect(words).toContain('Bij geen enkele beurt bewoog de spanning merkbaar.');
    expect(words).not.toContain('Bij geen enkele beurt zakte de spanning merkbaar.');
  });

  it('holds an earlier try against the new one at the same turn', () => {
    const words = curveAfter(playsDown(), back(0), hears()).words.join(' ');

    expect(words).toContain('Na beurt 1 stond de spanning eerst op 70, nu op 50');
  });

  it('leaves the comparison out when the talk ends where it was taken back to', () => {
    const words = curveAfter(hears(), playsDown(), back(1), stop).words.join(' ');

    expect(words).not.toContain('Je probeerde een stuk opnieuw');
  });

  it('is complete as a message without the picture', () => {
    const [message] = messagesAfter(hears('Dat *steekt*.'), stop);

    expect(message?.text).toContain('Dat \\*steekt\\*.');
    expect(message?.text).toContain('Zo eindigde het');
    expect(message?.attachments?.map(({ contentType }) => contentType)).toEqual([CURVE_CONTENT_TYPE]);
  });

  it('stays away when nothing was said', () => {
    expect(messagesAfter(stop)).toEqual([]);
  });
});

describe('the picture of a talk, drawn', () => {
  const HARMFUL = '<img src=x onerror="alert(1)"> & "zo" ]]> \u0000\u001b\uD800';

  it('is one SVG with a title and the words as its description', () => {
    const { pictures, words } = curveAfter(hears('Dat steekt.'));

    expect(pictures.wide).toMatch(/^<svg [^>]*role="img"/);
    expect(pictures.wide).toContain('<title>Spanning en vertrouwen, beurt voor beurt: De kapstok</title>');
    expect(pictures.wide).toContain(`<desc>${words.join(' ')}</desc>`);
  });

  it.each(['wide', 'narrow'] as const)('keeps what a teacher typed as words (%s)', (size) => {
    const picture = curveAfter(playsDown(HARMFUL)).pictures[size];

    expect(picture).toContain('&lt;img src=x');
    expect(picture).not.toMatch(/<img|<script|\son\w+="[^"]*"/i);
    expect(picture.isWellFormed()).toBe(true);
    expect(['\u0000', '\u001b'].filter((character) => picture.includes(character))).toEqual([]);
  });

  it('brings no style attribute, no style sheet and no address to load from', () => {
    const { wide, narrow } = curveAfter(hears(), playsDown(), back(1), hears()).pictures;

    expect(wide + narrow).not.toMatch(/\sstyle=|<style|href=|url\(/);
  });

  it('tells the lines apart without colour', () => {
    const { wide } = curveAfter(hears(), playsDown()).pictures;

    expect(wide).toMatch(/class="curve-trust"[^>]*stroke-dasharray/);
    expect(wide).not.toMatch(/class="curve-tension"[^>]*stroke-dasharray/);
    expect(wide).toContain('>spanning 60</text>');
  });

  it('draws an earlier try as lines of its own, with its name', () => {
    const { wide } = curveAfter(hears(), playsDown(), back(1), hears()).pictures;

    expect(wide).toContain('class="curve-tension-before"');
    expect(wide).toContain('class="curve-trust-before"');
    expect(wide).toContain('>poging 1</text>');
  });

  it('keeps the two names of a try apart, however close its ends are', () => {
    const { wide } = curveAfter(hears(), hears(), back(0), hears(), hears()).pictures;

    const heights = [...wide.matchAll(/ y="([\d.]+)"[^>]*>poging 1</g)].map(([, at]) => Number(at));
    expect(heights).toHaveLength(2);
    expect(Math.abs((heights[0] ?? 0) - (heights[1] ?? 0))).toBeGreaterThanOrEqual(13);
  });

  it('stays inside its frame in a long talk with five tries', () => {
    const tries = Array.from({ length: 5 }, () => [playsDown(), back(0)]).flat();
    const turns = Array.from({ length: 24 }, () => hears());

    const { wide } = curveAfter(...tries, ...turns).pictures;

    const across = [...wide.matchAll(/ (?:x|cx|x1|x2)="(-?[\d.]+)"/g)].map(([, at]) => Number(at));
    expect(Math.min(...across)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...across)).toBeLessThanOrEqual(640);
  });
});
