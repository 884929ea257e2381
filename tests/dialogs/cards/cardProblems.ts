/** A card, or part of one, as it goes over the wire. */
type Part = Readonly<Record<string, unknown>>;

const LARGEST = 28 * 1024;
const MOST_ACTIONS = 6;

/** Elements of Adaptive Cards 1.5 that we use. Source: Adaptive Cards schema explorer (Microsoft). */
const ELEMENTS = new Set([
  'TextBlock',
  'Container',
  'ColumnSet',
  'Column',
  'ActionSet',
  'Table',
  'TableRow',
  'TableCell',
  'Input.ChoiceSet',
  'Input.Text',
  'Input.Date',
  'Input.Time',
]);
const ACTIONS = new Set(['Action.Execute', 'Action.Submit', 'Action.OpenUrl']);
/** Newer than 1.5: only with something to fall back on. */
const NEWER = new Set(['Chart.Line']);

/** What is wrong with a card for Teams, in words; nothing when all is well. */
export function cardProblems(card: object): readonly string[] {
  const { type, version, fallbackText, body } = card as Part;
  const parts = partsIn(card);
  const actions = parts.filter((part) => String(part['type']).startsWith('Action.'));
  const bytes = Buffer.byteLength(JSON.stringify(card));
  return [
    ...(type === 'AdaptiveCard' && version === '1.5' ? [] : ['not a card of version 1.5']),
    ...(Array.isArray(body) && body.length > 0 ? [] : ['nothing on it']),
    ...(typeof fallbackText === 'string' && fallbackText.length > 0 ? [] : ['no words for who cannot see it']),
    ...(bytes < LARGEST ? [] : [`${bytes} bytes`]),
    ...(actions.length <= MOST_ACTIONS ? [] : [`${actions.length} buttons`]),
    ...parts.flatMap(partProblems),
    ...twice(actions.map(({ data }) => (data as Part | undefined)?.['nonce'])).map(
      (nonce) => `nonce ${String(nonce)} twice`,
    ),
    ...twice(parts.filter(isInput).map(({ id }) => id)).map((id) => `input ${String(id)} twice`),
  ];
}

function partProblems(part: Part): readonly string[] {
  const type = String(part['type']);
  if (type === 'AdaptiveCard') return [];
  if (NEWER.has(type)) return part['fallback'] ? [] : [`${type} without fallback`];
  if (type.startsWith('Action.')) return actionProblems(type, part);
  if (!ELEMENTS.has(type)) return [`${type} is not of 1.5`];
  if (type === 'TextBlock') return textProblems(part);
  return isInput(part) ? inputProblems(part) : [];
}

function textProblems({ text, wrap }: Part): readonly string[] {
  const words = String(text ?? '');
  return [
    ...(words.trim() === '' ? ['a text without words'] : []),
    ...(wrap === true ? [] : [`does not wrap: ${words.slice(0, 40)}`]),
    ...(/^#{1,6} |`|\|.*\|/mu.test(words) ? [`Markdown that cards do not know: ${words.slice(0, 60)}`] : []),
  ];
}

function inputProblems({ id, label, choices }: Part): readonly string[] {
  const values = ((choices ?? []) as readonly Part[]).map(({ value }) => value);
  return [
    ...(id ? [] : ['an input without id']),
    ...(label ? [] : [`input ${String(id)} without label`]),
    ...twice(values).map((value) => `choice ${String(value)} twice`),
  ];
}

/** `Action.Execute` says the same as its twin; a form opens with `Action.Submit` alone. */
function actionProblems(type: string, { title: name, verb, data, fallback, url }: Part): readonly string[] {
  const title = String(name ?? '');
  if (!ACTIONS.has(type)) return [`${type} is none of ours`];
  if (title === '') return [`${type} without title`];
  if (type === 'Action.OpenUrl') return /^https:\/\//u.test(String(url)) ? [] : [`${String(url)} leads nowhere`];
  if (type === 'Action.Submit') return (data as Part | undefined)?.['form'] ? [] : [`${title} opens no form`];
  const twin = fallback as Part | undefined;
  const { nonce, say } = (data ?? {}) as Part;
  return [
    ...(verb === 'say' ? [] : [`${title} has no verb`]),
    ...(typeof nonce === 'string' && nonce.length >= 8 && typeof say === 'string' && say !== ''
      ? []
      : [`${title} says nothing`]),
    ...(twin?.['type'] === 'Action.Submit' && JSON.stringify(twin['data']) === JSON.stringify(data)
      ? []
      : [`${title} has no twin`]),
  ];
}

/** Everything with a type in this, but not what stands in for something else. */
function partsIn(value: unknown): readonly Part[] {
  if (Array.isArray(value)) return value.flatMap(partsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { fallback, data: _data, ...rest } = value as Part;
  const inner = Object.values(rest).flatMap((one) => (typeof one === 'object' ? partsIn(one) : []));
  const instead = String(rest['type']).startsWith('Chart.') ? partsIn(fallback) : [];
  return typeof rest['type'] === 'string' ? [value as Part, ...inner, ...instead] : [...inner, ...instead];
}

function isInput({ type }: Part): boolean {
  return String(type).startsWith('Input.');
}

function twice(values: readonly unknown[]): readonly unknown[] {
  const known = values.filter((value) => value !== undefined);
  return known.filter((value, index) => known.indexOf(value) !== index);
}
