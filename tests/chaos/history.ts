/** One activity of a log, as far as the check needs it. */
export interface Said {
  readonly id: string;
  readonly by: 'teacher' | 'bot';
  readonly text: string;
}

/** What one client did in one conversation, and what the conversation has in the end. */
export interface History {
  /** Words that only this client says, each once, in the order in which it said them; `isAcked`: it was told they are kept. */
  readonly said: readonly { readonly token: string; readonly isAcked: boolean }[];
  readonly log: readonly Said[];
}

/** How many of each fault there are; all 0 is what was promised. */
export interface Faults {
  /** Acknowledged and not in the log (I1). */
  readonly lost: number;
  /** In the log more than once (I2). */
  readonly double: number;
  /** In the log without an answer behind it (I3). */
  readonly half: number;
  /** In the log before what was said earlier, or numbers with a gap (I4). */
  readonly disordered: number;
}

/** Compares what a client knows with what was kept; tokens that were never acknowledged may be there or not. */
export function faultsIn({ said, log }: History): Faults {
  const places = said.map(({ token }) =>
    log.flatMap(({ by, text }, at) => (by === 'teacher' && text.includes(token) ? [at] : [])),
  );
  const kept = places.flatMap(([first]) => (first === undefined ? [] : [first]));
  const outOfOrder = kept.filter((at, index) => index > 0 && at < (kept[index - 1] ?? 0)).length;
  const gaps = log.filter(({ id }, at) => at > 0 && numberIn(id) !== numberIn(log[at - 1]?.id ?? '') + 1).length;
  return {
    lost: said.filter(({ isAcked }, at) => isAcked && places[at]?.length === 0).length,
    double: places.filter(({ length }) => length > 1).length,
    half: kept.filter((at) => log[at + 1]?.by !== 'bot').length,
    disordered: outOfOrder + gaps,
  };
}

/** All of them together. */
export function sumOf(faults: readonly Faults[]): Faults {
  const sum = (name: keyof Faults) => faults.reduce((total, one) => total + one[name], 0);
  return { lost: sum('lost'), double: sum('double'), half: sum('half'), disordered: sum('disordered') };
}

/** Ids in the log end with the place: `<conversation>|0000012`. */
function numberIn(id: string): number {
  return Number(id.slice(id.lastIndexOf('|') + 1));
}
