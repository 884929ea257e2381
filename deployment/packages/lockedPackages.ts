/** One package at one version, as the lock has it. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** Nothing that runs in production needs it. */
  readonly isForDevelopment: boolean;
}

/** `package-lock.json`, as far as this needs it. */
export interface PackageLock {
  readonly packages: Readonly<
    Record<
      string,
      { readonly version?: string; readonly dev?: boolean; readonly link?: boolean; readonly name?: string }
    >
  >;
}

/** Every package of a lock, each version once, by name; one that both production and development need is for production. */
export function lockedPackages({ packages }: PackageLock): readonly LockedPackage[] {
  const found = new Map<string, LockedPackage>();
  for (const [place, { version, dev = false, link = false, name: alias }] of Object.entries(packages)) {
    if (place === '' || link || version === undefined) continue;
    const name = alias ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const key = `${name}@${version}`;
    found.set(key, { name, version, isForDevelopment: dev && (found.get(key)?.isForDevelopment ?? true) });
  }
  return [...found].toSorted(([a], [b]) => a.localeCompare(b, 'en')).map(([, locked]) => locked);
}
