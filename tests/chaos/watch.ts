/** Replaces a method of a class by one that does `around` with the original. */
export function watch<T extends object>(
  prototype: T,
  name: keyof T & string,
  around: (original: () => unknown, self: object, args: readonly unknown[]) => unknown,
): void {
  const original: unknown = prototype[name];
  if (typeof original !== 'function') throw new Error(`Nothing to watch: ${name}.`);
  const watched = function (this: object, ...args: unknown[]): unknown {
    return around(() => Reflect.apply(original, this, args), this, args);
  };
  Object.defineProperty(prototype, name, { value: watched, configurable: true, writable: true });
}
