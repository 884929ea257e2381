/** What Web Chat hands over to be told of values. */
export interface Observer<T> {
  readonly next?: (value: T) => void;
  readonly error?: (reason: unknown) => void;
  readonly complete?: () => void;
}

/** The part of an Observable that Web Chat uses. */
export interface Observable<T> {
  subscribe(observer: Observer<T>): { unsubscribe(): void };
}

/** An observable that is fed by hand. */
export interface Feed<T> extends Observable<T> {
  next(value: T): void;
}

/** Who subscribes late first gets what was there before: the last `remembered` values, in order. */
export function replayingFeed<T>(remembered = Number.POSITIVE_INFINITY): Feed<T> {
  const past: T[] = [];
  const observers = new Set<Observer<T>>();
  return {
    next(value) {
      past.push(value);
      if (past.length > remembered) past.shift();
      for (const observer of observers) observer.next?.(value);
    },
    subscribe(observer) {
      for (const value of past) observer.next?.(value);
      observers.add(observer);
      return { unsubscribe: () => observers.delete(observer) };
    },
  };
}

/** One value, or an error. */
export function observe<T>(promise: Promise<T>): Observable<T> {
  return {
    subscribe(observer) {
      promise.then(
        (value) => {
          observer.next?.(value);
          observer.complete?.();
        },
        (reason) => observer.error?.(reason),
      );
      return { unsubscribe: () => {} };
    },
  };
}
