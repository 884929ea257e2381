import { describe, expect, it } from '@jest/globals';
import { keptAfter, partUnder } from './keptAfter.ts';

describe('parents as a group', () => {
  it('becomes a plan for one moment, with the question that parents talk about', async () => {
    const page = await keptAfter('nl', 'parents-as-group', ['ouderavond', 'Wat hoopt u voor deze groep?']);

    expect(partUnder(page, 'Het moment')).toContain('Ouderavond');
    expect(partUnder(page, 'De vraag voor drietallen')).toContain('Wat hoopt u voor deze groep?');
    expect(partUnder(page, 'Onze afspraken')).toContain('"count":3');
  });

  it('says why, and never to speak of one child in the group', async () => {
    const page = await keptAfter('en', 'parents-as-group', ["parents' evening"]);

    expect(partUnder(page, 'Why this')).toContain('more involved with school');
    expect(partUnder(page, 'Beware')).toContain('Never discuss one child');
  });

  it('leaves lines for who is missed when that was skipped', async () => {
    const page = await keptAfter('en', 'parents-as-group', ["parents' evening"]);

    expect(partUnder(page, 'Who you miss')).toContain('"type":"lines"');
  });
});
