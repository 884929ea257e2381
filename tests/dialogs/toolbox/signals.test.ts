import { describe, expect, it } from '@jest/globals';
import { chat, content } from '../chat.ts';
import { keptAfter, partUnder } from './keptAfter.ts';

const ANSWERS = [
  'Ze slaapt slecht.',
  'allebei',
  'niemand',
  'school, op het plein',
  'overslaan',
  'niemand',
  'thuis, sinds de herfst',
  'niemand',
  'niemand',
  'niemand',
  'Ik kijk op het plein.',
  'Over twee weken.',
];

describe('the nine signals', () => {
  it('are asked one by one, after what the parent noticed and before what comes next', () => {
    const steps = content.toolbox.find(({ id }) => id === 'signals')?.walk?.steps ?? [];

    expect(steps.filter(({ choices }) => choices)).toHaveLength(9);
    expect(steps.map(({ id }) => id)).toEqual(['first', ...steps.slice(1, 10).map(({ id }) => id), 'watch', 'again']);
  });

  it('are kept as who sees what, with the words that were said', async () => {
    const page = await keptAfter('nl', 'signals', ANSWERS);
    const [table] = page.sections.find(({ heading }) => heading === 'Wat we zien')?.blocks ?? [];

    expect(table).toMatchObject({
      type: 'table',
      rows: [
        ['Heeft weinig contact met andere kinderen', 'ja', 'ja', ''],
        ['Is betrokken bij opstootjes, in de groep of buiten op het plein', 'ja', '', 'school, op het plein'],
        ['Plast in bed of slaapt onrustig', '', 'ja', 'thuis, sinds de herfst'],
      ],
    });
  });

  it('show apart what only one of the two sees', async () => {
    const page = await keptAfter('nl', 'signals', ANSWERS);

    expect(partUnder(page, 'Wat maar één van ons ziet')).toMatch(/opstootjes.*\(school\).*slaapt onrustig \(thuis\)/);
    expect(partUnder(page, 'Wat maar één van ons ziet')).not.toContain('weinig contact');
  });

  it('give no verdict and no number of signals that is enough', async () => {
    const page = await keptAfter('nl', 'signals', ANSWERS);

    expect(JSON.stringify(page)).not.toMatch(/wordt gepest|score|\d+ (van de|signalen)/);
    expect(partUnder(page, 'Wat we zien')).toContain('niet hoeveel signalen genoeg zijn');
  });

  it('always say when not to wait, with Veilig Thuis and 112', async () => {
    const page = await keptAfter('en', 'signals', ['nothing much', 'nobody']);

    expect(partUnder(page, 'When not to wait')).toMatch(/0800-2000.*112/);
    expect(partUnder(page, 'What we see')).toContain('Nothing was noted');
  });

  it('go on where they stopped, also after another tool', async () => {
    const talk = chat('nl');
    for (const text of ['maken signals', 'Ze slaapt slecht.', 'allebei', 'stop', 'maken books', 'stop']) {
      await talk.say(text);
    }

    const [resumed] = await talk.say('maken signals');

    expect(resumed?.text).toContain('3 van 12');
  });
});
