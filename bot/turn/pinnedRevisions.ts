import {
  type CommitResult,
  type ConversationStore,
  type RehearsalStart,
  StorageError,
  type TurnCommit,
} from '../ports.ts';

/**
 * Commits turns, and sends a scenario to the store once per revision: it is large, and most rehearsals begin with one
 * that is there. Should the store have dropped it since, the turn is committed again with the scenario in it.
 */
export class PinnedRevisions {
  readonly #store: Pick<ConversationStore, 'commit'>;
  readonly #kept = new Set<string>();

  constructor(store: Pick<ConversationStore, 'commit'>) {
    this.#store = store;
  }

  async commit(turn: TurnCommit): Promise<CommitResult> {
    const isKept = (start: RehearsalStart) => this.#kept.has(keyOf(start));
    const result = turn.rehearsalsStarted.some(isKept)
      ? await this.#store.commit(without(turn, isKept)).catch((error: unknown) => this.#again(turn, error))
      : await this.#store.commit(turn);
    if (result.status === 'committed') for (const start of turn.rehearsalsStarted) this.#kept.add(keyOf(start));
    return result;
  }

  #again(turn: TurnCommit, error: unknown): Promise<CommitResult> {
    if (!(error instanceof StorageError)) throw error;
    this.#kept.clear();
    return this.#store.commit(turn);
  }
}

function without(turn: TurnCommit, isKept: (start: RehearsalStart) => boolean): TurnCommit {
  return {
    ...turn,
    rehearsalsStarted: turn.rehearsalsStarted.map((start) => (isKept(start) ? { ...start, scenario: null } : start)),
  };
}

function keyOf({ scenarioId, revision }: RehearsalStart): string {
  return JSON.stringify([scenarioId, revision]);
}
