import './minePage.ts';

/**
 * A coach's page works without this, but for one thing: it stays on the screen when the teacher takes the rehearsal back.
 * So this asks every moment whether it is still shared, and clears the page when it is not, or when nobody answers.
 */
const ASK_EVERY_MS = 300;
/** After so many questions without an answer nobody knows any more whether it is shared. */
const MOST_UNANSWERED = 12;

const shared = document.querySelector<HTMLElement>('[data-open]');
if (shared) {
  keepAsking(shared);
  followReading(shared);
  takeSelections(shared);
  keepTyped(shared);
}

function keepAsking(page: HTMLElement): void {
  const { open = '', gone = '' } = page.dataset;
  let unanswered = 0;
  let focused: HTMLElement | null = null;
  let next: number | undefined;

  const isOpen = async () => {
    try {
      const { ok, status } = await fetch(open, { cache: 'no-store', redirect: 'error' });
      unanswered = ok ? 0 : unanswered + 1;
      return status !== 404;
    } catch {
      unanswered += 1;
      return true;
    }
  };
  const ask = async () => {
    clearTimeout(next);
    if (!(await isOpen()) || unanswered > MOST_UNANSWERED) return clear(gone);
    if (page.hidden && unanswered === 0 && document.visibilityState === 'visible') {
      page.hidden = false;
      focused?.focus({ preventScroll: true });
    }
    clearTimeout(next);
    next = setTimeout(() => void ask(), ASK_EVERY_MS);
  };

  // A tab in the background may sleep: what it shows when it wakes is asked for first.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') return void ask();
    focused = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    page.hidden = true;
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
  void ask();
}

/** Nothing of it stays, what was being typed neither. */
function clear(address: string): void {
  document.querySelector('main')?.replaceChildren();
  sessionStorage.removeItem(typedHere());
  location.replace(address);
}

/** Shows in the curve which turn is being read. */
function followReading(page: HTMLElement): void {
  page.classList.add('has-script');
  const turns = [...page.querySelectorAll<HTMLElement>('[data-turn]')];
  const pictures = [...page.querySelectorAll<SVGSVGElement>('.curve-picture')].map((picture) => {
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'line');
    line.classList.add('curve-now');
    line.setAttribute('y1', '22');
    line.setAttribute('y2', picture.classList.contains('curve-picture--wide') ? '250' : '198');
    picture.append(line);
    return { line, place: picture.classList.contains('curve-picture--wide') ? 'wide' : 'narrow' };
  });
  const show = (turn: HTMLElement) => {
    for (const other of turns) other.classList.toggle('is-read', other === turn);
    for (const { line, place } of pictures) {
      const x = turn.dataset[place] ?? '0';
      line.setAttribute('x1', x);
      line.setAttribute('x2', x);
    }
  };
  const look = () => {
    const line = innerHeight * 0.4;
    const read = turns.findLast((turn) => turn.getBoundingClientRect().top <= line) ?? turns[0];
    if (read) show(read);
  };
  addEventListener('scroll', look, { passive: true });
  page.addEventListener('focusin', ({ target }) => {
    const turn = target instanceof Element ? target.closest<HTMLElement>('[data-turn]') : null;
    if (turn) show(turn);
  });
  look();
}

/** Words that are selected in what the teacher said go into the forms of that turn. */
function takeSelections(page: HTMLElement): void {
  document.addEventListener('selectionchange', () => {
    const selection = getSelection();
    const anchor = selection?.anchorNode;
    const said = (anchor instanceof Element ? anchor : anchor?.parentElement)?.closest('.utterance');
    const words = selection?.toString().trim() ?? '';
    if (!said || words === '' || !page.contains(said)) return;
    const turn = said.closest('[data-turn]');
    for (const field of turn?.querySelectorAll<HTMLInputElement>('input[name="words"]') ?? []) field.value = words;
  });
}

/** Under which what was typed waits while another form of the page is sent. */
function typedHere(): string {
  return `typed ${location.pathname}`;
}

/** What stands in other forms, not sent yet, is there again when the page comes back. */
function keepTyped(page: HTMLElement): void {
  const texts = [...page.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, input[type="text"]')];
  const choices = [...page.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
  const kept: Readonly<Record<string, string>> = JSON.parse(sessionStorage.getItem(typedHere()) ?? '{}');
  sessionStorage.removeItem(typedHere());
  for (const field of texts) {
    field.value = kept[field.id] ?? field.value;
    const folded = field.closest('details');
    if (folded && field instanceof HTMLTextAreaElement && kept[field.id]) folded.open = true;
  }
  for (const choice of choices)
    choice.checked = kept[choice.name] ? kept[choice.name] === choice.value : choice.checked;

  page.addEventListener('submit', ({ target }) => {
    const others = texts.filter(({ form, value, defaultValue }) => form !== target && value !== defaultValue);
    const chosen = choices.filter(({ form, checked, defaultChecked }) => form !== target && checked && !defaultChecked);
    const typed = [...others.map(({ id, value }) => [id, value]), ...chosen.map(({ name, value }) => [name, value])];
    if (typed.length > 0) sessionStorage.setItem(typedHere(), JSON.stringify(Object.fromEntries(typed)));
  });
}
