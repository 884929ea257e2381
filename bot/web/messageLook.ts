import type { Activity, OpEenLijn } from './activity.ts';
import { type ReactElement, reactElement } from './reactElement.ts';

type Render = (...details: readonly unknown[]) => ReactElement | false;
type ActivityCard = { readonly activity: Activity };
type AvatarCard = ActivityCard & { readonly fromUser: boolean };

/**
 * Shows who speaks, and what it is: a parent's line, an inner thought, a hint, a debrief. The look itself is in
 * `chat.css`, under `message--<speaker>` and `message--<kind>`.
 */
export function messageLook() {
  return (next: (...cards: readonly [ActivityCard]) => Render | false) => (card: ActivityCard) => {
    const render = next(card);
    const data = card.activity.channelData?.opEenLijn;
    if (!render || !data) return render;

    return (...details: readonly unknown[]) => {
      const message = render(...details);
      return message && reactElement('div', { className: classesOf(data) }, nameAbove(card.activity), message);
    };
  };
}

/** The initials of who speaks; the teacher needs none. */
export function avatarLook() {
  return () =>
    ({ activity, fromUser }: AvatarCard) => {
      const data = activity.channelData?.opEenLijn;
      if (fromUser || !data) return false;
      return () =>
        reactElement(
          'div',
          { className: `avatar avatar--${data.speaker}`, 'aria-hidden': true },
          data.speaker === 'parent' ? initialsOf(activity.from?.name ?? '') : '',
        );
    };
}

function classesOf({ speaker, kind }: OpEenLijn): string {
  return `message message--${speaker} message--${kind}`;
}

function nameAbove({ from }: Activity): ReactElement {
  return reactElement('div', { className: 'message__name', 'aria-hidden': true }, from?.name ?? '');
}

/** `Moeder van Sam` → `MS`: the first and the last word that begin with a capital. */
function initialsOf(name: string): string {
  const capitals = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  return [capitals[0], capitals.length > 1 ? capitals.at(-1) : undefined].map((word) => word?.[0] ?? '').join('');
}
