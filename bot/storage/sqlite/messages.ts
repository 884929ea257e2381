import type { Operations } from '../operations.ts';

/** To the worker: one call. The arguments are JSON, so that nothing in them can fail to be cloned. */
export interface Call {
  readonly id: number;
  readonly operation: keyof Operations;
  readonly args: string;
}

/** From the worker: what became of a call; `id` 0 is of opening the file. */
export type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failure: Failure };

/** A `StorageError` as a message. */
export interface Failure {
  readonly message: string;
  readonly cause: unknown;
}

/** The `id` of the answer that comes by itself once the file is open, or could not be opened. */
export const OPENING = 0;
