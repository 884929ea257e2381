import type { WeakPackage } from './weakPackages.ts';
import { LEAST_DAYS, type YoungPackage } from './youngPackages.ts';

/** What was found, for who runs it: what is wrong, who must act, and how. */
export function weakText(weak: readonly WeakPackage[], looked: number): string {
  if (weak.length === 0) return `good      None of ${looked} packages has a weakness that this file knows.`;
  return weak
    .map(({ locked, advisory, due, isLate }) => {
      const where = locked.isForDevelopment ? ', for development only' : '';
      return [
        `${isLate ? 'WRONG' : 'TO DO'}     ${locked.name} ${locked.version}${where}: ${advisory.severity} weakness ${advisory.id} (${advisory.url}).`,
        `          Who: whoever maintains the programme${isLate ? '; whoever runs it does not put it live before' : ''}.`,
        `          How: take a version outside ${advisory.affected}, run npm run lock and the tests${isLate ? '' : `, before ${due}`}; if there is none, take out or close off what uses it.`,
      ].join('\n');
    })
    .join('\n');
}

/** The same for packages that came in. */
export function youngText(young: readonly YoungPackage[], looked: number): string {
  if (young.length === 0) return `good      All ${looked} packages that came in are older than ${LEAST_DAYS} days.`;
  return young
    .map(({ locked, published, from }) =>
      [
        published === null
          ? `WRONG     ${locked.name} ${locked.version}: nobody knows how old it is.`
          : `WRONG     ${locked.name} ${locked.version} was published on ${published.slice(0, 10)}: younger than ${LEAST_DAYS} days.`,
        '          Who: whoever maintains the programme.',
        from === null
          ? '          How: run this where the registry can be reached, or name a file with its day: --ages <file>.'
          : `          How: take it from ${from} on, or an older version, unless it mends a weakness that cannot wait.`,
      ].join('\n'),
    )
    .join('\n');
}
