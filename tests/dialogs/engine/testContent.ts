import type { Scenario } from '../../../content/schema/scenario.ts';
import { theContent } from '../../theContent.ts';
import { testScenario } from './testScenario.ts';

const { scenarios } = theContent();
const weights = scenarios[0]?.weights ?? testScenario().weights;

/** Every scenario of the product, and the small one of these tests under the product's weights. */
export const allScenarios: readonly (readonly [id: string, scenario: Scenario])[] = [
  testScenario({ weights }),
  ...scenarios,
].map((scenario) => [scenario.id, scenario]);
