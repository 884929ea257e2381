import { z } from 'zod';

/** `name=value` with commas between them, as in the standard. */
const HEADERS = /^[\w.-]+=[^,\s]*(?:,[\w.-]+=[^,\s]*)*$/;

/** Every setting about traces, under the names that OpenTelemetry gave them; all of them may be left out. */
export const tracingEnvironment = {
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'the web address of a collector, as in https://collector.school.nl:4318' })
    .optional(),
  OTEL_EXPORTER_OTLP_HEADERS: z.string().regex(HEADERS, 'headers as name=value, with commas between them').optional(),
  OTEL_SERVICE_NAME: z.string().max(100).default('op-een-lijn'),
};

/** Where traces go. */
export interface TracingConfig {
  /** Without a slash behind it; `/v1/traces` follows. */
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly serviceName: string;
}

/** Null when nobody wants traces. */
export function readTracing({
  OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
  OTEL_EXPORTER_OTLP_HEADERS: headers,
  OTEL_SERVICE_NAME: serviceName,
}: z.infer<z.ZodObject<typeof tracingEnvironment>>): TracingConfig | null {
  if (endpoint === undefined) return null;
  const pairs = (headers?.split(',') ?? []).map((pair): [string, string] => {
    const [name = '', ...value] = pair.split('=');
    return [name, decodeURIComponent(value.join('='))];
  });
  return { endpoint: endpoint.replace(/(?<!\/)\/+$/, ''), headers: Object.fromEntries(pairs), serviceName };
}
