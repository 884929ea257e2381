import { loadContent } from '../../../content/load.ts';
import { examine } from '../../doctor/examine.ts';
import { findingsText } from '../../doctor/findingsText.ts';
import { environment } from '../../environment.ts';
import { openStorage } from '../../start.ts';
import { runCommand } from './arguments.ts';

/** `npm run doctor`: tests the whole set-up and says what is wrong, who can mend it and how. Exit code 1 if anything is. */
await runCommand(async () => {
  const findings = await examine({ environment: environment(), openStorage, loadContent, now: () => new Date() });
  console.log(findingsText(findings));
  if (findings.some(({ kind }) => kind === 'wrong')) process.exitCode = 1;
});
