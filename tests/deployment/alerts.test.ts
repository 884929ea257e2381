import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { createMetrics } from '../../bot/http/metrics.ts';

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: { readonly summary: string; readonly runbook: string };
}

/** Words of the query language, and what Prometheus itself adds. */
const NOT_OURS = new Set([
  'sum',
  'rate',
  'increase',
  'or',
  'by',
  'le',
  'changes',
  'histogram_quantile',
  'up',
  'job',
  'status',
  'route',
  'outcome',
]);

describe('an alarm', () => {
  const { groups } = parse(readFileSync('deployment/alerts.yaml', 'utf8')) as { groups: { rules: Rule[] }[] };
  const rules = groups.flatMap((group) => group.rules);
  const runbook = readFileSync('deployment/runbook.md', 'utf8');
  let known: ReadonlySet<string>;

  beforeAll(async () => {
    const metrics = createMetrics();
    metrics.observe({ method: 'GET', route: '/', status: 200, seconds: 0.01 });
    const text = await metrics.registry.metrics();
    known = new Set(Array.from(text.matchAll(/^# TYPE (\S+)/gm), ([, name = '']) => name));
  });

  it.each(rules.map((rule) => [rule.alert, rule] as const))(
    '%s watches figures that the bot gives',
    (_name, { expr }) => {
      const plain = expr.replaceAll(/\{[^}]*\}|\[[^\]]*\]/g, ' ');
      const names = (plain.match(/[a-z][a-z0-9_]{2,}/g) ?? []).filter((name) => !NOT_OURS.has(name));

      for (const name of names) expect(known).toContain(name.replace(/_bucket$/, ''));
      expect(names.length > 0 || expr.startsWith('up')).toBe(true);
    },
  );

  it.each(rules.map((rule) => [rule.alert, rule] as const))(
    '%s has its page in the runbook',
    (name, { annotations }) => {
      expect(annotations.runbook).toBe(`runbook.md#${name.toLowerCase()}`);
      expect(runbook).toMatch(new RegExp(`^## ${name}$`, 'm'));
    },
  );
});
