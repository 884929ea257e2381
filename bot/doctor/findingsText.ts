import type { Finding } from './finding.ts';

const MARK = { good: 'good     ', wrong: 'WRONG    ', untested: 'untested ' } as const;
const INDENT = ' '.repeat(MARK.good.length);

/** The findings for a terminal, one line for what is well, three for what is wrong, and a conclusion. */
export function findingsText(findings: readonly Finding[]): string {
  const wrong = findings.filter(({ kind }) => kind === 'wrong').length;
  const conclusion =
    wrong === 0
      ? 'Nothing is wrong.'
      : `${wrong} ${wrong === 1 ? 'thing is' : 'things are'} wrong. Mend from the top down.`;
  return [...findings.flatMap(lines), '', conclusion].join('\n');
}

function lines(finding: Finding): readonly string[] {
  const first = `${MARK[finding.kind]}${finding.what}`;
  if (finding.kind !== 'wrong') return [first];
  return [first, `${INDENT}who can mend it: ${finding.who}`, `${INDENT}how: ${finding.how}`];
}
