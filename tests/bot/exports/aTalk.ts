import type { TalkToExport } from '../../../bot/exports/talkToExport.ts';
import type { Locale } from '../../../content/schema/locale.ts';
import { makeDebrief } from '../../../dialogs/engine/makeDebrief.ts';
import type { Rehearsal } from '../../../dialogs/engine/rehearsal.ts';
import { startRehearsal } from '../../../dialogs/engine/startRehearsal.ts';
import { transition } from '../../../dialogs/engine/transition.ts';
import { keptRehearsal } from '../../../dialogs/rehearse/keptRehearsal.ts';
import { createTexts } from '../../../dialogs/texts.ts';
import { theContent, theLanguage } from '../../theContent.ts';

export const content = theContent();
export const texts = createTexts(content.messages);

const { reader } = theLanguage(content);
const SAID = {
  nl: ['Wat naar voor u dat het zo loopt.', 'Wat merkt u thuis aan hem?'],
  en: ['How hard this must be for you.', 'What do you notice at home?'],
} as const;

/** A finished talk on real content, in which these words were said. */
export function aTalk(said?: readonly string[], locale: Locale = 'nl', estimate: string | null = null): TalkToExport {
  const scenario = content.scenarios.find(({ id }) => id === 'left-out-in-the-block-corner');
  if (!scenario) throw new Error('The scenario of this test is gone.');
  let rehearsal: Rehearsal = startRehearsal(scenario, { seed: 7, locale })[0];
  for (const utterance of said ?? SAID[locale]) {
    const reading = reader.read(utterance, scenario, locale);
    rehearsal = transition(scenario, rehearsal, { type: 'teacher-spoke', reading })[0];
  }
  rehearsal = transition(scenario, rehearsal, { type: 'teacher-stopped' })[0];
  const kept = keptRehearsal(scenario, rehearsal, makeDebrief(scenario, rehearsal), estimate);
  if (!kept) throw new Error('Nothing was said in this talk.');
  return {
    id: '0b6f7c1e-7c39-4a7e-9d3c-1f2e3d4c5b6a',
    startedAt: '2026-11-23T08:00:00.000Z',
    endedAt: '2026-11-23T08:12:30.000Z',
    scenario,
    kept,
  };
}
