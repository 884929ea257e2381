import { z } from 'zod';

/** A nested tree of texts, as i18next takes it. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

/** `content/messages/<name>.<locale>.yaml`: interface texts, found under `<name>.` in the tree of their language. */
export const messagesFileSchema: z.ZodType<MessageTree> = z.record(
  z.string().regex(/^[A-Za-z0-9_-]+$/, 'letters, digits, hyphens and underscores; a dot would split the key'),
  z.union([z.string().min(1), z.lazy(() => messagesFileSchema)]),
);
