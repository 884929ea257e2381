import { setTimeout as wait } from 'node:timers/promises';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Refusal } from './refusals.ts';
import type { ReplyRecord } from './routeHandler.ts';

/** Numbers about this process, for Prometheus. */
export interface Metrics {
  readonly registry: Registry;
  /** Counts one reply; labels are the route's pattern, method and status. */
  observe(reply: ReplyRecord): void;
  /** Counts one refusal before a route. */
  observeRefusal(refusal: Refusal): void;
  /** Counts one offer of a message to a channel that we send to, by what became of it. */
  observeDelivery(outcome: string): void;
  /** Counts one reminder that was tried, by what became of it. */
  observeReminder(outcome: string): void;
  /** Counts one time that the process stood still, and for how many seconds. */
  observeStall(seconds: number): void;
  /** Counts one thumb under a tip. */
  observeFeedback(tip: string, reaction: string): void;
  /** Counts one use of the message extension, by what was used and the topic that it answered with; never by words. */
  observeExtension(use: string, about: string): void;
}

/** A database that hangs keeps no figure from who asks for them. */
const PATIENCE_MS = 1_000;

/** `erasuresWaiting`: how many erasures the database knows that are not in the journal outside it yet. */
export function createMetrics(erasuresWaiting: () => Promise<number> = async () => 0): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'erasures_waiting',
    help: 'Erasures and withdrawals that are not in the journal outside the database yet; NaN when the database does not say.',
    registers: [registry],
    async collect() {
      const unknown = wait(PATIENCE_MS, Number.NaN, { ref: false });
      this.set(await Promise.race([erasuresWaiting().catch(() => Number.NaN), unknown]));
    },
  });
  const labelNames = ['method', 'route', 'status'] as const;
  const replies = new Counter({ name: 'http_replies_total', help: 'Replies sent.', labelNames, registers: [registry] });
  const seconds = new Histogram({
    name: 'http_reply_seconds',
    help: 'Time from the request to its reply.',
    labelNames: ['route'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5],
    registers: [registry],
  });

  const refusals = new Counter({
    name: 'http_refusals_total',
    help: 'Requests and sockets refused before a route.',
    labelNames: ['where', 'status'] as const,
    registers: [registry],
  });

  const deliveries = new Counter({
    name: 'deliveries_total',
    help: 'Messages offered to a channel, by what became of them.',
    labelNames: ['outcome'] as const,
    registers: [registry],
  });

  const extension = new Counter({
    name: 'extension_uses_total',
    help: 'Uses of the message extension, by topic.',
    labelNames: ['use', 'about'] as const,
    registers: [registry],
  });

  const thumbs = new Counter({
    name: 'tip_feedback_total',
    help: 'Thumbs up and down, by tip.',
    labelNames: ['tip', 'reaction'] as const,
    registers: [registry],
  });

  const reminders = new Counter({
    name: 'reminders_total',
    help: 'Turns in which a teacher could be reminded unasked, by what became of them.',
    labelNames: ['outcome'] as const,
    registers: [registry],
  });

  const stalls = new Counter({
    name: 'stalls_total',
    help: 'Times that the process stood still for a second or more.',
    registers: [registry],
  });
  const stalled = new Counter({
    name: 'stalled_seconds_total',
    help: 'Seconds for which the process stood still, all together.',
    registers: [registry],
  });

  return {
    registry,
    observeStall: (seconds) => {
      stalls.inc();
      stalled.inc(seconds);
    },
    observeReminder: (outcome) => reminders.inc({ outcome }),
    observeFeedback: (tip, reaction) => thumbs.inc({ tip, reaction }),
    observeExtension: (use, about) => extension.inc({ use, about }),
    observeRefusal: ({ where, status }) => refusals.inc({ where, status }),
    observeDelivery: (outcome) => deliveries.inc({ outcome }),
    observe(reply) {
      replies.inc({ method: reply.method, route: reply.route, status: reply.status });
      seconds.observe({ route: reply.route }, reply.seconds);
    },
  };
}
