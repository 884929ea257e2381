import { loadContent } from '../../../content/load.ts';
import { examine } from '../../doctor/examine.ts';
import { findingsText } from '../../doctor/findingsText.ts';
import { environment } from '../../environment.ts';
import { openStorage } from '../../start.ts';
import { runCommand } from './arguments.ts';

/** `npm run doctor`: tests the whole set-up and says what is wrong, who can mend it and how. Exit code 1 if anything is. */
await runCommand(async () => {
  const findings = await examine({ environment: environment(), openStorage, loadContent, now: () => new Date() });
  const code = findings.some(({ kind }) => kind === 'wrong') ? 1 : 0;
  // A disk or a database that hangs may not keep the doctor.
  process.stdout.write(`${findingsText(findings)}\n`, () => process.exit(code));
});
