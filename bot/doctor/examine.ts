import type { Content } from '../../content/schema/content.ts';
import { type Config, ConfigError, readConfig } from '../config.ts';
import type { Storage } from '../ports.ts';
import { type Finding, good, untested, WHO, wrong } from './finding.ts';
import { lookAtClock } from './lookAtClock.ts';
import { lookAtContent } from './lookAtContent.ts';
import { lookAtJournal } from './lookAtJournal.ts';
import { lookAtKeys } from './lookAtKeys.ts';
import { lookAtPort } from './lookAtPort.ts';
import { lookAtProvider } from './lookAtProvider.ts';
import { lookAtPublicAddress } from './lookAtPublicAddress.ts';
import { lookAtSignIn } from './lookAtSignIn.ts';
import { lookAtStorage } from './lookAtStorage.ts';

/** What the examination needs from outside. */
export interface Examined {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly openStorage: (config: Config) => Promise<Storage>;
  readonly loadContent: () => Content;
  readonly now: () => Date;
}

/**
 * Looks at everything that the bot needs here, in the order in which things are best mended. Nothing outside this machine
 * is asked unless accounts or Teams are set up.
 */
export async function examine({ environment, openStorage, loadContent, now }: Examined): Promise<readonly Finding[]> {
  const machine = [good(`Node ${process.versions.node}.`), lookAtContent(loadContent)];
  const { config, findings } = lookAtSettings(environment);
  if (!config) {
    const rest = untested('Port, database, addresses and sign-in: mend the settings first.');
    return [...machine, ...findings, lookAtClock(now(), null), rest];
  }

  const { finding: port, running } = await lookAtPort(config);
  const storage = await lookAtStorage(running, () => openStorage(config));
  const journal = storage.kind === 'wrong' ? [] : [await lookAtJournal(config.erasureJournal, databaseFolder(config))];
  return [...machine, ...findings, port, storage, ...journal, ...(await lookOutside(config, running !== null, now))];
}

function lookAtSettings(environment: Examined['environment']) {
  try {
    const config = readConfig(environment);
    return { config, findings: [good('The settings can be used.'), accountsMode(config), teamsMode(config)] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const findings = error.problems.map((problem) => {
      const [name = '', ...expected] = problem.trim().split(': ');
      return wrong(
        `The setting ${name} is not right.`,
        WHO.settings,
        `in .env, ${name} must be ${expected.join(': ')}.`,
      );
    });
    return { config: null, findings };
  }
}

function databaseFolder({ databaseUrl, dataDir }: Config): string | null {
  return databaseUrl ? null : dataDir;
}

function accountsMode({ signIn, publicUrl }: Config): Finding {
  if (!signIn) return good('Accounts are not set up: the web chat is for this machine alone, without signing in.');
  const { issuer, tenants } = signIn;
  return good(`People of ${tenants.join(', ')} sign in at ${issuer}, and come back to ${publicUrl}/sign-in/callback.`);
}

function teamsMode({ teams }: Config): Finding {
  if (!teams) return good('Teams is not set up: nothing listens for it.');
  const { appId, appType, appTenant, tenants } = teams;
  return good(`Teams: app ${appId}, ${appType}, registered in ${appTenant}; for people of ${tenants.join(', ')}.`);
}

async function lookOutside(config: Config, isRunning: boolean, now: () => Date): Promise<readonly Finding[]> {
  const provider = config.signIn ? [await lookAtProvider(config.signIn)] : [];
  return [...(await lookAtTeams(config, isRunning, now)), ...provider];
}

async function lookAtTeams({ teams, publicUrl }: Config, isRunning: boolean, now: () => Date) {
  if (!teams || publicUrl === undefined) return [lookAtClock(now(), null)];
  const [{ finding: keys, clocks }, signIn, address] = await Promise.all([
    lookAtKeys(teams.openIdMetadata, now),
    lookAtSignIn(teams, now),
    lookAtPublicAddress(publicUrl, isRunning),
  ]);
  return [lookAtClock(now(), clocks), keys, signIn, address];
}
