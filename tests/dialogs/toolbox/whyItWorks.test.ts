import { describe, expect, it } from '@jest/globals';
import { chat } from '../chat.ts';

/** Goes through all five pieces. */
async function read(locale: 'nl' | 'en') {
  const talk = chat(locale);
  const [make, next] = locale === 'nl' ? ['maken why-it-works', 'verder'] : ['make why-it-works', 'next'];
  const said: string[] = [];
  for (const text of [make, next, next, next, next, next]) said.push(...(await talk.say(text)).map((one) => one.text));
  return { kept: talk.kept.keepsakes[0], said };
}

describe('why being on the same page matters', () => {
  it('is read in five pieces, and needs no answers to be kept', async () => {
    const { kept, said } = await read('nl');

    expect(said).toHaveLength(6);
    expect(said[0]).toContain('1 van 5');
    expect(kept?.tool).toBe('why-it-works');
  });

  it('shows the triangle of child, parents and school, with the same in words', async () => {
    const { kept } = await read('en');

    expect(kept?.sections[0]?.blocks[0]).toMatchObject({
      type: 'picture',
      title: 'The triangle of child, parents and school',
      picture: { kind: 'triangle', corners: ['Child', 'Parents', 'School'] },
    });
    expect(JSON.stringify(kept?.sections[0])).toContain('Between school and child');
  });

  it.each([
    ['nl', ['9.779', '99', '13 scholen', '14 zonder', '83 leerkrachten', '153 ouders', '2.510 leerlingen']],
    ['en', ['9,779', '99', '13 schools', '14 without', '83 teachers', '153 parents', '2,510 pupils']],
  ] as const)('gives the figures of the studies (%s)', async (locale, figures) => {
    const { kept } = await read(locale);

    const page = JSON.stringify(kept?.sections[1]);

    for (const figure of figures) expect(page).toContain(figure);
  });

  it('says what was not found: pupils did not change, and no cause was shown', async () => {
    const { kept } = await read('en');

    const limits = JSON.stringify(kept?.sections.find(({ heading }) => heading?.startsWith('What they did not find')));

    expect(limits).toContain('No decrease in bullying among pupils');
    expect(limits).toContain('No clear cause');
    expect(limits).toContain('not kindergartners');
  });

  it('promises nothing that the trial did not find', async () => {
    const { said } = await read('nl');

    expect(said.at(-1)).toContain('Leerlingen: geen verschil');
  });
});
