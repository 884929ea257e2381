import { z } from 'zod';
import type { Heard, News } from '../../neighbours.ts';

/** PostgreSQL takes payloads of less than 8,000 bytes. Source: NOTIFY (PostgreSQL documentation). */
const MOST_BYTES = 7_900;

const itemSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('grown'), tenant: z.string(), conversationId: z.string() }),
  z.object({ kind: z.literal('signed-out'), session: z.string() }),
  z.object({ kind: z.literal('missed') }),
]);
const letterSchema = z.object({ from: z.string(), news: z.array(itemSchema) });

/** News in as few payloads of NOTIFY as hold them; one that fits into none is heard as `missed`. */
export function lettersOf(from: string, news: readonly Heard[]): readonly string[] {
  const letters: string[] = [];
  let open: Heard[] = [];
  const sealed = (items: readonly Heard[]) => JSON.stringify({ from, news: items });
  const fits = (items: readonly Heard[]) => Buffer.byteLength(sealed(items)) <= MOST_BYTES;

  for (const item of news) {
    const next = fits([item]) ? item : ({ kind: 'missed' } as const);
    if (!fits([...open, next])) {
      letters.push(sealed(open));
      open = [];
    }
    open.push(next);
  }
  return open.length === 0 ? letters : [...letters, sealed(open)];
}

/** What a payload says; nothing when it is our own, `missed` when it cannot be read, as one of a later version. */
export function newsIn(payload: string | undefined, self: string): readonly Heard[] {
  try {
    const { from, news } = letterSchema.parse(JSON.parse(payload ?? ''));
    return from === self ? [] : news;
  } catch {
    return [{ kind: 'missed' }];
  }
}

/** The same news twice say nothing more. */
export function keyOf(news: News): string {
  return news.kind === 'grown' ? JSON.stringify([news.tenant, news.conversationId]) : news.session;
}
