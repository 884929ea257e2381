import { createRehearsalBot } from '../../../../bot/rehearsalBot.ts';
import { createAnswering } from '../../../../dialogs/answering/createAnswering.ts';
import { createFinder } from '../../../../dialogs/finding/createFinder.ts';
import { theContent, theLanguage } from '../../../theContent.ts';
import type { Person } from './fakeTeams/people.ts';
import { startTeamsBot, type TeamsBot } from './testTeams.ts';

const content = theContent();
const language = theLanguage(content);
const answering = createAnswering(content, language);
const finder = createFinder(content);
const product = createRehearsalBot({ content, finder, answering, ...language });

/** What the message extension was used for, as it is counted. */
export const counted: string[] = [];
const observe = (use: string, about: string) => counted.push(`${use}: ${about}`);

/** The product in Teams, where this person has added it; everything that was said is on the screen. */
export async function startProductInTeams(person: Person): Promise<TeamsBot> {
  const bot = await startTeamsBot(product, content.scenarios, { content, finder, answering, ...language, observe });
  await bot.teams.install(person);
  await bot.pass(1);
  return bot;
}
