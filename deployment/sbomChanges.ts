/** What is read of a CycloneDX document. */
export interface Sbom {
  readonly components: readonly { readonly group?: string; readonly name: string; readonly version: string }[];
}

/** One line for each package that came (`+`), went (`-`) or has other versions (`~`), by name. */
export function changesBetween(before: Sbom, after: Sbom): readonly string[] {
  const [old, now] = [versionsIn(before), versionsIn(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])].toSorted();
  return names.flatMap((name) => {
    const [had, has] = [old.get(name), now.get(name)];
    if (had === has) return [];
    if (had === undefined) return [`+ ${name} ${has}`];
    return [has === undefined ? `- ${name} ${had}` : `~ ${name} ${had} -> ${has}`];
  });
}

function versionsIn({ components }: Sbom): ReadonlyMap<string, string> {
  const versions = new Map<string, Set<string>>();
  for (const { group, name, version } of components) {
    const full = group ? `${group}/${name}` : name;
    versions.set(full, (versions.get(full) ?? new Set()).add(version));
  }
  return new Map([...versions].map(([name, all]) => [name, [...all].toSorted().join(', ')]));
}
