import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { KeyRing } from '../../keys/keyRing.ts';
import type { JsonObject } from '../../ports.ts';

const addressSchema = z.object({
  serviceUrl: z.string(),
  scope: z.enum(['personal', 'groupChat', 'channel']),
  /** As Teams names it; in a channel with the thread. */
  conversation: z.string(),
  /** The accounts of both sides, as Teams names them. */
  bot: z.string(),
  user: z.string(),
  /** What is answered to. */
  replyToId: z.string().optional(),
});
const sealedSchema = addressSchema.extend({ seal: z.string() });

/** Where a conversation in Teams can be reached. */
export type TeamsAddress = z.infer<typeof addressSchema>;

/** Seals addresses before they are kept, so that one that was altered in the store is not believed. */
export interface Seals {
  /** The address as it is kept with this conversation. */
  seal(address: TeamsAddress, tenant: string, conversationId: string): JsonObject;
  /** The address that was kept; null when it is not as we kept it, or was kept with another conversation. */
  open(kept: JsonObject, tenant: string, conversationId: string): TeamsAddress | null;
}

/** @param ring of at least 32 random bytes each, the same for every instance */
export function createSeals(ring: KeyRing): Seals {
  const sealOf = (key: KeyObject, address: TeamsAddress, tenant: string, conversationId: string): Buffer => {
    const { serviceUrl, scope, conversation, bot, user, replyToId } = address;
    const all = [tenant, conversationId, serviceUrl, scope, conversation, bot, user, replyToId ?? null];
    return createHmac('sha256', key).update(JSON.stringify(all)).digest();
  };

  return {
    seal: (address, tenant, conversationId) => ({
      ...address,
      seal: sealOf(ring.current(), address, tenant, conversationId).toString('base64url'),
    }),
    open(kept, tenant, conversationId) {
      const parsed = sealedSchema.safeParse(kept);
      if (!parsed.success) return null;
      const { seal, ...address } = parsed.data;
      const given = Buffer.from(seal, 'base64url');
      const isOurs = ring.all().some((key) => {
        const expected = sealOf(key, address, tenant, conversationId);
        return given.length === expected.length && timingSafeEqual(given, expected);
      });
      return isOurs ? address : null;
    },
  };
}
