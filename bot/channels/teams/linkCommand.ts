import type { Activity } from 'botframework-schema';
import { ownEvent } from '../../../dialogs/ownEvents.ts';
import type { LinkByCode } from '../../identity/linking/linkByCode.ts';
import type { Person } from '../../identity/principal.ts';

const COMMAND = /^(?:koppel|link)\s+(\d{4}[\s-]?\d{4})$/i;

/**
 * `koppel 1234 5678`: this person is somebody in a browser too. The bot hears what became of it and not the code, which
 * therefore stands in no log. Anything else is as it was.
 */
export async function withoutCode(
  link: LinkByCode | undefined,
  person: Person,
  activity: Partial<Activity>,
): Promise<Partial<Activity>> {
  const [, code] = COMMAND.exec(activity.text?.trim() ?? '') ?? [];
  if (!link || code === undefined || activity.type !== 'message') return activity;
  const { locale } = activity;
  return { ...ownEvent({ name: 'op-een-lijn/linked', value: { outcome: await link(person, code) } }), locale };
}
