import { type TeamsLibrary, teamsLibrary } from './teamsLibrary.ts';

/** Teams gives no sign of life to a page that stands elsewhere. */
const PATIENCE = 6_000;
/** Well before the sign-in on the server is over. */
const RENEW = 10 * 60_000;

const door = document.getElementById('door');

void begin().catch(() => say('away'));

/** Follows theme and language of Teams; at the door it signs in, elsewhere it stays signed in. */
async function begin(): Promise<void> {
  const teams = teamsLibrary();
  if (!teams) return say('outside');
  try {
    await within(PATIENCE, teams.app.initialize());
  } catch {
    return say('outside');
  }

  const { app } = await teams.app.getContext();
  showTheme(app.theme);
  teams.app.registerOnThemeChangeHandler(showTheme);
  teams.app.notifySuccess();
  openInTeams(teams);
  if (door) return enter(teams, door, app.locale);
  setInterval(() => void signIn(teams).catch(() => undefined), RENEW);
}

async function enter(teams: TeamsLibrary, at: HTMLElement, locale: string): Promise<void> {
  const outcome = await signIn(teams);
  if (outcome !== 'in') return say(outcome);
  const next = new URL(at.dataset['next'] ?? '/mine', location.href);
  if (!next.searchParams.has('lang')) next.searchParams.set('lang', locale.startsWith('nl') ? 'nl' : 'en');
  location.replace(next);
}

/** Teams vouches for its person, and our server looks at that. */
async function signIn(teams: TeamsLibrary): Promise<'in' | 'noConsent' | 'refused' | 'away'> {
  let token: string;
  try {
    token = await teams.authentication.getAuthToken();
  } catch {
    return 'noConsent';
  }
  const reply = await fetch('/teams/tab/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  if (reply.ok) return 'in';
  return reply.status >= 500 ? 'away' : 'refused';
}

/** `default` is light. The server gets to know, so that the next page begins in these colours. */
function showTheme(theme: string): void {
  const ours = theme === 'dark' || theme === 'contrast' ? theme : 'light';
  document.documentElement.dataset['theme'] = ours;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and older Safari.
  document.cookie = `__Host-theme=${ours}; Path=/; SameSite=None; Secure; Partitioned`;
}

/** The chat with the bot stands beside the tab, not in another browser. */
function openInTeams(teams: TeamsLibrary): void {
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest('a[href^="https://teams.microsoft.com/l/"]') : null;
    if (!link) return;
    event.preventDefault();
    void teams.app.openLink(link.getAttribute('href') ?? '');
  });
}

/** The words stand in the page, in its language; only the door has them. */
function say(what: 'outside' | 'noConsent' | 'refused' | 'away'): void {
  if (door) door.textContent = door.dataset[what.toLowerCase()] ?? door.textContent;
}

function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('There was no answer in time')), milliseconds);
  });
  return Promise.race([work, late]);
}
