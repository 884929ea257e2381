import { z } from 'zod';
import { type Advisory, SEVERITIES, type Severity } from './advisory.ts';

/** A file that is neither of both kinds. The operator must act. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

const severityOf = (text: string | undefined): Severity =>
  // What is not said is taken for bad.
  SEVERITIES.find((severity) => severity === text?.toLowerCase()) ?? (text === undefined ? 'high' : 'moderate');

const auditSchema = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(
    z.string(),
    z.object({
      via: z.array(
        z.union([z.string(), z.object({ name: z.string(), url: z.string(), severity: z.string(), range: z.string() })]),
      ),
    }),
  ),
});

const osvSchema = z.object({
  id: z.string(),
  aliases: z.array(z.string()).default([]),
  published: z.string().optional(),
  withdrawn: z.string().optional(),
  affected: z
    .array(
      z.object({
        package: z.object({ ecosystem: z.string(), name: z.string() }),
        ranges: z
          .array(
            z.object({
              type: z.string(),
              events: z.array(
                z.object({
                  introduced: z.string().optional(),
                  fixed: z.string().optional(),
                  last_affected: z.string().optional(),
                }),
              ),
            }),
          )
          .default([]),
        versions: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  database_specific: z.object({ severity: z.string().optional() }).optional(),
});
type Osv = z.infer<typeof osvSchema>;

const osvFileSchema = z.union([
  z.array(osvSchema),
  z.object({ vulns: z.array(osvSchema) }).transform(({ vulns }) => vulns),
  osvSchema.transform((one) => [one]),
]);

/**
 * Reads weaknesses from what `npm audit --json` printed, or from records of OSV: one, a list, or `{ "vulns": […] }`. Of OSV
 * only what is about npm, and was not withdrawn.
 *
 * @throws InputError for any other file
 */
export function readAdvisories(json: unknown): readonly Advisory[] {
  const audit = auditSchema.safeParse(json);
  if (audit.success) return fromAudit(audit.data);
  const osv = osvFileSchema.safeParse(json);
  if (osv.success) return osv.data.flatMap(fromOsv);
  throw new InputError(
    'The file holds no advisories: it must be what "npm audit --json" prints, or records of OSV (https://osv.dev) as JSON.',
  );
}

function fromAudit({ vulnerabilities }: z.infer<typeof auditSchema>): readonly Advisory[] {
  const all = Object.values(vulnerabilities).flatMap(({ via }) => via);
  const own = all.filter((one) => typeof one !== 'string');
  const once = new Map(own.map((one) => [`${one.url} ${one.name} ${one.range}`, one]));
  return [...once.values()].map(({ name, url, severity, range }) => ({
    id: url.split('/').at(-1) ?? url,
    aliases: [],
    package: name,
    severity: severityOf(severity),
    published: null,
    affected: range,
    url,
  }));
}

function fromOsv({ id, aliases, published, withdrawn, affected, database_specific }: Osv): readonly Advisory[] {
  if (withdrawn !== undefined) return [];
  return affected
    .filter((one) => one.package.ecosystem === 'npm')
    .map((one) => ({
      id,
      aliases,
      package: one.package.name,
      severity: severityOf(database_specific?.severity),
      published: published ?? null,
      affected: [...one.ranges.flatMap(({ events }) => rangesOf(events)), ...one.versions].join(' || '),
      url: `https://osv.dev/vulnerability/${id}`,
    }));
}

/** Events come in order: introduced, and then fixed or the last that is affected. */
function rangesOf(events: Osv['affected'][number]['ranges'][number]['events']): readonly string[] {
  return events.flatMap(({ introduced }, index) => {
    if (introduced === undefined) return [];
    const end = events.slice(index + 1).find((event) => event.introduced === undefined);
    const from = `>=${introduced === '0' ? '0.0.0-0' : introduced}`;
    if (end?.fixed !== undefined) return [`${from} <${end.fixed}`];
    return [end?.last_affected === undefined ? from : `${from} <=${end.last_affected}`];
  });
}
