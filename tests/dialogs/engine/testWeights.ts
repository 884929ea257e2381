import { type Weights, weightsFileSchema } from '../../../content/schema/weight.ts';

const because = { nl: 'Omdat het zo voelt.', en: 'Because it feels so.' };
const rule = { because, grade: 'C', source: 'expert-consensus' };

/** A handful of rules with round numbers, so that a test can say what it expects without the product's weights. */
export const testWeights: Weights = weightsFileSchema.parse({
  weights: [
    { ...rule, id: 'same', on: 'show-understanding', when: { sameWords: true }, delta: { tension: 4, trust: -4 } },
    {
      ...rule,
      id: 'specific',
      on: 'show-understanding',
      when: { specific: true },
      delta: { tension: -10, trust: 6 },
      hears: true,
    },
    {
      ...rule,
      id: 'own-words',
      on: 'show-understanding',
      when: { ownWords: true },
      delta: { tension: -6 },
      hears: true,
    },
    { ...rule, id: 'bare', on: 'show-understanding', delta: {} },
    { ...rule, id: 'owning-up', on: 'sign:owning-up', when: { specific: true }, delta: { tension: -6 }, hears: true },
    {
      ...rule,
      id: 'third-question',
      on: 'ask-open-question',
      when: { unansweredQuestions: 3 },
      delta: { tension: 5 },
    },
    { ...rule, id: 'question', on: 'ask-open-question', delta: { tension: -2, trust: 2 } },
    { ...rule, id: 'expertise', on: 'name-expertise', delta: { trust: 4, face: 8 } },
    {
      ...rule,
      id: 'appeal-early',
      on: 'appeal-responsibility',
      when: { anyHeard: false },
      delta: { tension: 6, face: -6 },
    },
    { ...rule, id: 'appeal', on: 'appeal-responsibility', delta: { tension: -2, agency: 10 } },
    { ...rule, id: 'honest', on: 'clear-honest-realistic', delta: { trust: 4, clarity: 10 } },
    { ...rule, id: 'reachable', on: 'be-reachable', delta: { tension: -2, trust: 4 } },
    { ...rule, id: 'minimise', on: 'minimise', delta: { tension: 10, trust: -8 } },
    { ...rule, id: 'defend', on: 'defensive', delta: { tension: 8, trust: -6 } },
    { ...rule, id: 'overpromise', on: 'overpromise', delta: { tension: -6 } },
    { ...rule, id: 'deflect', on: 'deflect', delta: { tension: 8, trust: -4 } },
    { ...rule, id: 'rude', on: 'kind:rude', delta: { tension: 12, trust: -10 } },
    { ...rule, id: 'ignored', on: 'nothing-acknowledged', delta: { tension: 3 } },
    {
      ...rule,
      id: 'promise-back',
      on: 'promise-beyond-influence-comes-back',
      delta: { tension: 8, trust: -20 },
    },
  ],
  repetition: [1, 0.5, 0, -0.5],
  certain: 0.6,
  softening: { turns: 2, factor: 0.5, because, source: 'expert-consensus' },
  decay: { towardsBaseline: 0.5, because, source: 'expert-consensus' },
});
