import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Activity } from 'botbuilder-core';
import { parse } from 'yaml';
import { createListener } from '../../../dialogs/masking/createListener.ts';
import { freshMemory, type Memory } from '../../../dialogs/memory.ts';
import { content } from './mask.ts';

const listen = createListener(content);

function heard(text: string, memory: Memory | null = null): string | undefined {
  const activity = { type: 'message', text, locale: 'nl', timestamp: new Date(0) } as unknown as Activity;
  return listen(activity, memory).activity.text;
}

/** In a talk of this scenario. */
function talking(scenario: string, locale: 'nl' | 'en'): Memory {
  const state = { step: 'talking', rehearsal: { version: 2, scenario, locale } };
  return { ...freshMemory(locale), dialogs: { dialogStack: [{ id: 'rehearse', state }] } };
}

const talks = globSync('scenarios/*/rehearsals/*.yaml', { cwd: join(import.meta.dirname, '../../../content') });

describe('what is heard in a talk', () => {
  it.each(talks)('is what was typed, where nobody is named but who belongs to it: %s', (file) => {
    const { locale, talk } = parse(readFileSync(join(import.meta.dirname, '../../../content', file), 'utf8'));
    const scenario = file.split(/[\\/]/)[1] ?? '';
    const sayings: readonly string[] = talk.map(({ say }: { readonly say: string }) => say);

    expect(sayings.map((say) => heard(say, talking(scenario, locale)))).toEqual(sayings);
  });

  it('keeps the names of that scenario, and masks those of another', () => {
    const said = 'Ilse en Jeroen, hoe is het met Fenna?';

    expect(heard(said, talking('two-houses', 'nl'))).toBe('Ilse en Jeroen, hoe is het met [naam]?');
    expect(heard(said, talking('just-teasing', 'nl'))).toBe('[naam] en [naam], hoe is het met [naam]?');
  });
});

describe('what is heard of a message', () => {
  it('holds no word that was masked, also not in what comes with it', () => {
    const value = { note: 'Bel Fatima op 06-12345678', list: ['Xander'] };
    const activity = { type: 'message', text: 'hoi', value, timestamp: new Date(0) } as unknown as Activity;

    const { activity: kept } = listen(activity, null);

    expect(kept.value).toEqual({ note: 'Bel [naam] op [telefoon]', list: ['[naam]'] });
  });

  it('gives back what was typed for what is kept, as long as the turn lasts', () => {
    const activity = { type: 'message', text: 'Fatima huilt.', timestamp: new Date(0) } as unknown as Activity;

    const { hearing } = listen(activity, null);

    expect(hearing.typed('[naam] huilt.')).toBe('Fatima huilt.');
    expect(hearing.typed('iets anders')).toBe('iets anders');
    expect(hearing.masked.map(({ kind }) => kind)).toEqual(['name']);
  });

  it('keeps what the teacher asked to leave in', () => {
    expect(heard('geen naam: Blokkio')).toBe('geen naam: Blokkio');
    expect(heard('Bouwt hij met Blokkio?', { ...freshMemory('nl'), leftIn: ['blokkio'] })).toBe(
      'Bouwt hij met Blokkio?',
    );
  });
});
