import type { Neighbours } from '../../neighbours.ts';
import type { LogFeed } from '../../ports.ts';
import { InProcessLogFeed } from './logFeed.ts';

/**
 * A feed for all instances on one database: what is published here is heard here at once, and elsewhere as a hint to look
 * into the log. After news were missed, all who listen look.
 */
export function sharedLogFeed(neighbours: Neighbours): LogFeed {
  const here = new InProcessLogFeed();
  neighbours.listen((heard) => {
    if (heard.kind === 'grown') here.hint(heard.tenant, heard.conversationId);
    if (heard.kind === 'missed') void here.hintAll();
  });

  return {
    publish(tenant, conversationId, logged) {
      here.publish(tenant, conversationId, logged);
      neighbours.tell({ kind: 'grown', tenant, conversationId });
    },
    hint(tenant, conversationId) {
      here.hint(tenant, conversationId);
      neighbours.tell({ kind: 'grown', tenant, conversationId });
    },
    subscribe: (tenant, conversationId, listener) => here.subscribe(tenant, conversationId, listener),
  };
}
