import type { Logger } from 'pino';
import type { Content } from '../content/schema/content.ts';
import { LOCALES } from '../content/schema/locale.ts';
import { type Answering, createAnswering } from '../dialogs/answering/createAnswering.ts';
import { createFinder, type Finder } from '../dialogs/finding/createFinder.ts';
import { type CompiledLanguage, createLanguage } from '../dialogs/language/createLanguage.ts';
import type { DangerDetector } from '../dialogs/language/danger/createDangerDetector.ts';
import { createMasker } from '../dialogs/masking/createMasker.ts';
import { createTexts } from '../dialogs/texts.ts';
import { cameBack } from './cameBack.ts';
import { directLine } from './channels/directLine/directLine.ts';
import { DIRECT_LINE_LIMITS, type DirectLineLimits } from './channels/directLine/limits.ts';
import { InProcessLogFeed } from './channels/directLine/logFeed.ts';
import { sharedLogFeed } from './channels/directLine/sharedLogFeed.ts';
import { createTeams, type Teams } from './channels/teams/teams.ts';
import type { TeamsConfig } from './channels/teams/teamsConfig.ts';
import { coaching } from './coach/coaching.ts';
import type { Config } from './config.ts';
import { healthRoutes } from './http/healthRoutes.ts';
import { createMetrics, type Metrics } from './http/metrics.ts';
import type { HttpRequest } from './http/route.ts';
import type { Identity } from './identity/identity.ts';
import { createLinkByCode, type LinkByCode } from './identity/linking/linkByCode.ts';
import { createLinking } from './identity/linking/linking.ts';
import { localIdentity } from './identity/local/localIdentity.ts';
import { notedIdentity } from './identity/notedIdentity.ts';
import { openAccounts } from './identity/openAccounts.ts';
import { signInFor } from './identity/organisation/signInFor.ts';
import { LOCAL_TENANT } from './identity/principal.ts';
import { signOutsEverywhere } from './identity/signOutsEverywhere.ts';
import { keepsakePages } from './keepsakes/keepsakePages.ts';
import type { KeyRing } from './keys/keyRing.ts';
import { openKeyRings } from './keys/keyRings.ts';
import { watchLoop } from './loopWatch.ts';
import { minePages } from './mine/minePages.ts';
import { privacyPage } from './mine/privacyPage.ts';
import { oneAtATime } from './oneAtATime.ts';
import type { Storage, TurnRunner } from './ports.ts';
import { createRehearsalBot } from './rehearsalBot.ts';
import { Reminders } from './reminders/reminders.ts';
import { remindOn } from './reminders/remindOn.ts';
import { keepRetention } from './retention.ts';
import { createServer } from './server.ts';
import { tabDoorFor } from './teamsTab/tabPages.ts';
import { createTeamsTab } from './teamsTab/teamsTab.ts';
import { tracedParts, tracedRunner } from './tracing/traced.ts';
import type { Tracing } from './tracing/tracing.ts';
import type { TracingConfig } from './tracing/tracingConfig.ts';
import { TurnPace } from './turn/turnPace.ts';
import { createTurnRunner } from './turn/turnRunner.ts';
import { pageFiles } from './webPages/pageFiles.ts';
import { webPages } from './webPages.ts';

/** After the first page was given, one language after the other. */
const WARMING_MS = 1500;
/** What a turn waits of somebody who goes too fast. */
const HURRY_PAUSE_MS = 500;
/** How long a stop waits for turns that are under way. */
const DRAIN_MS = 10_000;

/** After this another instance may take over scheduled work from one that fell silent. */
const LONGEST_JOB_MS = 600_000;

/** What whoever runs this should know of the account in DATABASE_URL. */
const PASSES_OVER =
  'the account of the database passes over row security: organisations are kept apart by the bot alone (deployment/scale.md)';

/** A running server. */
export interface Running {
  /** Where the chat page is, without a slash behind it. */
  readonly url: string;
  /** Makes whoever opens it a coach, once; it is not kept anywhere. Null where people have accounts. */
  readonly coachLink: string | null;
  /** Finishes the turns under way, then stops. Safe to call twice. */
  close(): Promise<void>;
}

/** Bot, Direct Line and pages over an open storage and loaded content; closing it closes the storage too. */
export async function serve({
  config,
  limits,
  log,
  storage,
  content,
  patterns,
}: {
  readonly config: Config;
  readonly limits: Partial<DirectLineLimits>;
  readonly log: Logger;
  readonly storage: Storage;
  readonly content: Content;
  readonly patterns: CompiledLanguage;
}): Promise<Running> {
  const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
  const { retentionDays } = config;
  const texts = createTexts(content.messages);
  const files = pageFiles();
  if (storage.keepsRowsApart === false) log.warn(PASSES_OVER);
  const { neighbours } = storage;
  const feed = neighbours ? sharedLogFeed(neighbours) : new InProcessLogFeed();
  const metrics = createMetrics(async () => (await storage.journal.list('unwritten')).length);
  const finder = createFinder(content);
  const language = createLanguage(content, patterns);
  const answering = createAnswering(content, language);
  const bot = createRehearsalBot({ content, finder, answering, ...language });
  const { turnsAtEasePerTenSeconds: atEasePerTenSeconds } = { ...DIRECT_LINE_LIMITS, ...limits };
  const tracing = config.tracing ? await tracingTo(config.tracing) : null;
  const untracedRunner = createTurnRunner({
    pace: new TurnPace({ atEasePerTenSeconds, pauseMilliseconds: HURRY_PAUSE_MS }),
    ...tracedParts({ bot, storage, feed }, tracing),
    neighbours,
    scenarios: content.scenarios,
    retentionDays,
    publicUrl,
    log,
    remindOn,
  });
  const runner = tracedRunner(untracedRunner, tracing);
  const keys = openKeyRings({ store: storage.keys, secrets: config.keySecrets, log });
  const formRing = await keys.of('forms');
  const known = { stores: storage, formRing, publicUrl, texts, files };
  const opened = await openAccounts(config.signIn, { ...known, log }, keys);
  const accounts = opened && neighbours ? signOutsEverywhere(opened, neighbours) : opened;
  const line = directLine({
    storage,
    runner,
    feed,
    ring: await keys.of('direct-line'),
    tenant: LOCAL_TENANT,
    publicUrl,
    retentionDays,
    ...(accounts ? { accounts: { ...accounts, whoIs: accounts.teacherOf } } : {}),
    onReturn: cameBack,
    limits,
  });
  const linkByCode = createLinkByCode({ ...storage, log });
  const teams =
    config.teams &&
    (await openTeams(config.teams, {
      link: linkByCode,
      ring: await keys.of('teams-address'),
      tracing,
      storage,
      runner,
      content,
      metrics,
      log,
      finder,
      answering,
      ...language,
    }));
  const outsideTeams: Identity =
    accounts ?? localIdentity({ ...known, log, tenant: LOCAL_TENANT, browserOf: (cookie) => line.teacherOf(cookie) });
  const tab = config.teams && createTeamsTab({ config: config.teams, ...known, store: storage.sessions, log });
  const identity = notedIdentity(tab ? tab.joined(outsideTeams) : outsideTeams);
  const signIn = (request: HttpRequest) => (tab && tabDoorFor(request)) ?? (accounts && signInFor(request));
  const pseudonymRing = await keys.of('pseudonym');
  const coached = coaching({
    storage,
    identity,
    runner,
    content,
    signIn,
    mask: createMasker(content),
    teams: teams?.proactive,
    pseudonymRing,
    publicUrl,
    files,
  });
  const linking = createLinking({
    ...storage,
    linkByCode,
    teacherOf: identity.teacherOf,
    forms: identity.forms,
    teamsTenants: config.teams?.tenants ?? null,
    texts,
    files,
    log,
  });
  const server = createServer({
    host: config.host,
    port: config.port,
    publicUrl,
    trustedProxies: config.trustedProxies,
    httpsBelow: config.httpsBelow,
    ...(tracing ? { tracing } : {}),
    routes: [
      ...line.routes,
      ...webPages({
        messages: content.messages,
        retentionDays,
        files,
        ...(accounts
          ? { signIn: async (request) => ((await accounts.teacherOf(request.headers)) ? null : signInFor(request)) }
          : {}),
      }),
      ...minePages({
        storage,
        runner,
        content,
        teacherOf: identity.teacherOf,
        beside: coached.beside,
        linking,
        signIn,
        pseudonymRing,
        publicUrl,
        retentionDays,
        files,
      }),
      privacyPage({ content, retentionDays, files }),
      ...coached.routes,
      ...identity.routes,
      ...(teams?.routes ?? []),
      ...(tab?.routes ?? []),
      ...linking.routes,
      ...keepsakePages({
        keepsakes: storage.keepsakes,
        tenants: [...(config.signIn?.tenants ?? [LOCAL_TENANT]), ...(config.teams?.tenants ?? [])],
        messages: content.messages,
        retentionDays,
      }),
      ...healthRoutes({ check: () => storage.check(), metrics }),
    ],
    upgrades: line.upgrades,
    log,
    observe: metrics.observe,
    observeRefusal: metrics.observeRefusal,
  });
  const { port } = await server.listen();
  teams?.deliverer.start();
  const reminders = teams && remindersIn(teams, { storage, config, metrics, log });
  reminders?.start();
  const loop = watchLoop({ log, observe: metrics.observeStall });
  const retention = keepRetention({ storage, retentionDays, log, alone: oneAtATime(storage.oneTimes, LONGEST_JOB_MS) });
  const warming = warm(finder, answering);

  let closed: Promise<void> | undefined;
  const close = async () => {
    retention.stop();
    loop.stop();
    keys.close();
    warming.stop();
    await reminders?.stop();
    await runner.drain(DRAIN_MS);
    await teams?.deliverer.stop();
    line.close();
    await server.close();
    await tracing?.close();
    await storage.close();
  };
  const url = config.publicUrl ?? `http://localhost:${port}`;
  return {
    url,
    coachLink: await identity.coachLink(url),
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}

/** What speaks with a collector is loaded only where there is one. */
async function tracingTo(config: TracingConfig): Promise<Tracing> {
  const { openTracing } = await import('./tracing/openTracing.ts');
  return openTracing(config);
}

function remindersIn(
  { proactive }: Teams,
  parts: { readonly storage: Storage; readonly config: Config; readonly metrics: Metrics; readonly log: Logger },
): Reminders {
  const { storage, config, metrics, log } = parts;
  return new Reminders({
    conversations: storage.conversations,
    proactive,
    hours: config.reminderHours,
    log,
    observe: metrics.observeReminder,
    alone: oneAtATime(storage.oneTimes, LONGEST_JOB_MS),
  });
}

async function openTeams(
  config: TeamsConfig,
  parts: {
    readonly storage: Storage;
    readonly runner: TurnRunner;
    readonly content: Content;
    readonly metrics: Metrics;
    readonly log: Logger;
    readonly finder: Finder;
    readonly answering: Answering;
    readonly findDanger: DangerDetector;
    readonly link: LinkByCode;
    readonly ring: KeyRing;
    readonly tracing: Tracing | null;
  },
): Promise<Teams> {
  const { storage, runner, content, metrics, log, finder, answering, findDanger, link, ring, tracing } = parts;
  return createTeams({
    config,
    storage,
    runner,
    ring,
    tracing,
    messages: content.messages,
    link,
    extension: { content, finder, answering, findDanger, observe: metrics.observeExtension },
    log,
    observe: metrics.observeDelivery,
    countFeedback: metrics.observeFeedback,
  });
}

/** What is known of a language is learned at the first question in it: asked now, so that no teacher waits for it. */
function warm(finder: Finder, answering: Answering): { stop(): void } {
  const firsts = [finder, answering].flatMap((ask) => LOCALES.map((locale) => () => void ask('tip', locale)));
  const timers = firsts.map((ask, at) => setTimeout(ask, WARMING_MS * (at + 1)).unref());
  return { stop: () => timers.forEach(clearTimeout) };
}
