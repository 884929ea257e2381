/** The stretches of work on one turn. */
export type SpanName = 'receive' | 'turn' | 'answer' | 'commit' | 'deliver';

/** What may be told of a stretch: ids, statuses and counts. There is no place for words. */
export interface TraceAttributes {
  readonly tenant?: string;
  readonly user?: string;
  readonly conversation?: string;
  readonly channel?: string;
  readonly method?: string;
  /** The path as the route writes it, with its parameters unfilled. */
  readonly route?: string;
  readonly status?: number;
  readonly outcome?: string;
  readonly version?: number;
  readonly seq?: number;
}

/** Tells where the time of a turn goes. */
export interface Tracing {
  /**
   * Runs one stretch of work; it is a part of the one that is under way, or of the one that was kept under `after`.
   * What `note` is given is told beside it.
   */
  span<Result>(
    name: SpanName,
    attributes: TraceAttributes,
    work: (note: (more: TraceAttributes) => void) => Promise<Result>,
    after?: string,
  ): Promise<Result>;
  /** What is done later under this key belongs to the stretch that is under way. */
  keep(key: string): void;
  /** Sends what was not sent yet. */
  close(): Promise<void>;
}
