import { type Activity, type OpEenLijn, speakerOf } from './activity.ts';
import type { Heading } from './heading.ts';
import { type ReactElement, reactElement } from './reactElement.ts';

type Render = (...details: readonly unknown[]) => ReactElement | false;
type ActivityCard = { readonly activity: Activity };
type AvatarCard = ActivityCard & { readonly fromUser: boolean };

/**
 * Shows who speaks, and what it is: a parent's line, an inner thought, a hint, a debrief. The look itself is in
 * `chat.css`, under `message--<speaker>` and `message--<kind>`.
 */
export function messageLook(headingOf: (activity: Activity) => Heading) {
  return () => (next: (card: ActivityCard) => Render | false) => (card: ActivityCard) => {
    const render = next(card);
    const data = card.activity.channelData?.opEenLijn;
    if (!render || !data) return render;

    return (...details: readonly unknown[]) => {
      const message = render(...details);
      if (!message) return false;
      const { fold } = data;
      if (fold !== undefined) return reactElement('div', { className: classesOf(data) }, folded(fold, message));
      return reactElement('div', { className: classesOf(data) }, shown(headingOf(card.activity)), message);
    };
  };
}

/** The initials of a parent, the mark of the guide; the teacher needs none. */
export function avatarLook() {
  return () =>
    ({ activity, fromUser }: AvatarCard) => {
      const data = activity.channelData?.opEenLijn;
      if (fromUser || !data) return false;
      const initials = data.speaker === 'parent' ? initialsOf(speakerOf(activity)) : '';
      return () => reactElement('div', { className: `avatar avatar--${data.speaker}`, 'aria-hidden': true }, initials);
    };
}

/** Messages stand together under one avatar only while the same person speaks; Web Chat tells bots apart by id alone. */
export function groupLook() {
  return (next: (group: Group) => object) => (group: Group) => ({
    ...next(group),
    sender: bySpeaker(group.activities),
  });
}

type Group = { readonly activities: readonly Activity[] };

function bySpeaker(activities: readonly Activity[]): readonly (readonly Activity[])[] {
  const groups: Activity[][] = [];
  for (const activity of activities) {
    const last = groups.at(-1)?.at(-1);
    const goesOn =
      last?.from?.role === activity.from?.role && last !== undefined && speakerOf(last) === speakerOf(activity);
    if (goesOn) groups.at(-1)?.push(activity);
    else groups.push([activity]);
  }
  return groups;
}

/** A status line only for what is on its way or has failed; the time stands above the message. */
export function statusLook() {
  return (next: (details: StatusDetails) => unknown) => (details: StatusDetails) =>
    details.sendState === 'sent' ? false : next(details);
}

type StatusDetails = { readonly sendState?: 'sending' | 'send failed' | 'sent' };

function classesOf({ speaker, kind, fold }: OpEenLijn): string {
  return `message message--${speaker} message--${kind}${fold === undefined ? '' : ' message--folded'}`;
}

/** Only the heading, until it is opened. */
function folded(heading: string, message: ReactElement): ReactElement {
  return reactElement('details', { className: 'message__fold' }, reactElement('summary', {}, heading), message);
}

function shown({ name, time }: Heading): ReactElement {
  return reactElement(
    'div',
    { className: 'message__heading' },
    reactElement('span', { className: 'message__name' }, name),
    reactElement('span', { className: 'message__time' }, time),
  );
}

/** `Moeder van Sam` → `MS`: the first and the last word that begin with a capital. */
function initialsOf(name: string): string {
  const capitals = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  return [capitals[0], capitals.length > 1 ? capitals.at(-1) : undefined].map((word) => word?.[0] ?? '').join('');
}
