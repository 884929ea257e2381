/** One package in `package-lock.json`, as far as this needs it. */
interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** `package-lock.json`: packages by their place, `''` being the project itself. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

const SYSTEMS = ['darwin', 'win32', 'linux', 'android', 'freebsd', 'openharmony'];
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64'];
const C_LIBRARIES = { musl: 'musl', gnu: 'glibc' } as const;

/**
 * Adds the packages of other platforms that npm left out. npm drops what it does not need on the machine where the lock
 * is written (npm/cli issue 4828), and `npm ci` then refuses the lock on every machine. What is added has a fixed version
 * and the platform from its name; npm skips it where the platform is another.
 */
export function completeLock(lock: Lock): { readonly lock: Lock; readonly added: readonly string[] } {
  const missing = missingFrom(lock);
  const packages = { ...lock.packages, ...Object.fromEntries(missing.map(([name, entry]) => [placeOf(name), entry])) };
  const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { lock: { ...lock, packages: sorted }, added: missing.map(([name, { version }]) => `${name}@${version}`) };
}

function missingFrom({ packages }: Lock): readonly (readonly [string, LockedPackage])[] {
  return Object.entries(packages).flatMap(([place, { dev, optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => place !== '' && !isLocked(packages, place, name))
      .map(
        ([name, version]) => [name, { version, ...(dev ? { dev } : {}), optional: true, ...platformOf(name) }] as const,
      ),
  );
}

/** Whether a package at this place finds the other: in its own folder, or in one above. */
function isLocked(packages: Lock['packages'], place: string, name: string): boolean {
  const parts = place.split('node_modules/');
  return parts.some((_, index) => {
    const above = parts
      .slice(0, parts.length - index)
      .join('node_modules/')
      .replace(/\/$/, '');
    return `${above ? `${above}/` : ''}${placeOf(name)}` in packages;
  });
}

function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  const words = (name.split('/').at(-1) ?? '').split('-');
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  const libc = Object.entries(C_LIBRARIES).find(([word]) => words.some((part) => part.startsWith(word)))?.[1];
  return {
    ...(os ? { os: [os] } : {}),
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(os === 'linux' && libc ? { libc: [libc] } : {}),
  };
}

function placeOf(name: string): string {
  return `node_modules/${name}`;
}
