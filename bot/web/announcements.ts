/** The two places above the chat where the page itself says something. */
export interface Announcements {
  /** After a short while, so that a blink of the line goes unnoticed. */
  lineLost(): void;
  lineBack(): void;
  /** The key of a text; stays until dismissed or until the next sentence is sent. */
  notice(key: string): void;
  clearNotice(): void;
  /** Says the same in another language. */
  rewrite(): void;
}

const BLINK = 1_500;

/** `text` gives the words for a key in the language of the moment. */
export function announcements(text: (key: string) => string): Announcements {
  const banner = element('connection');
  const notice = element('notice');
  let lost: ReturnType<typeof setTimeout> | undefined;
  let noticeKey = '';

  /** Both places are always there, empty and without height: only then a screen reader hears what is put in. */
  function show(place: HTMLElement, key: string): void {
    place.textContent = key && text(key);
  }

  return {
    lineLost() {
      lost ??= setTimeout(() => show(banner, 'connection.lost'), BLINK);
    },
    lineBack() {
      clearTimeout(lost);
      lost = undefined;
      show(banner, '');
    },
    notice(key) {
      noticeKey = key;
      show(notice, key);
    },
    clearNotice() {
      noticeKey = '';
      show(notice, '');
    },
    rewrite() {
      if (banner.textContent) show(banner, 'connection.lost');
      show(notice, noticeKey);
    },
  };
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element ${id}`);
  return found;
}
