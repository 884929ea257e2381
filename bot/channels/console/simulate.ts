import { loadContent } from '../../../content/load.ts';
import { makeDebrief } from '../../../dialogs/engine/makeDebrief.ts';
import { startRehearsal } from '../../../dialogs/engine/startRehearsal.ts';
import { transition } from '../../../dialogs/engine/transition.ts';
import { createLanguage } from '../../../dialogs/language/createLanguage.ts';
import { runCommand, talkArguments } from './arguments.ts';
import { inputLines } from './inputLines.ts';

/** Plays a talk from standard input, one utterance per line, and writes one JSON line per turn and one for the debrief. */
await runCommand(async () => {
  const content = loadContent();
  const { scenario, locale, seed, difficulty } = talkArguments(content.scenarios, 1);
  const { reader } = createLanguage(content);
  let [rehearsal] = startRehearsal(scenario, { seed, locale, difficulty });

  for await (const line of inputLines()) {
    if (rehearsal.phase === 'ended') break;
    const reading = reader.read(line, scenario, locale);
    [rehearsal] = transition(scenario, rehearsal, { type: 'teacher-spoke', reading });
    const turn = rehearsal.turns.at(-1);
    if (turn) {
      write({
        turn: turn.number,
        ...(turn.number === 1 && { opening: rehearsal.opening.text }),
        utterance: turn.reading.utterance,
        moves: turn.reading.moves,
        parent: turn.reply.text,
        thought: turn.reply.thought,
        state: turn.state,
        ledger: turn.ledger,
        ended: rehearsal.ended,
      });
    }
  }
  if (rehearsal.phase === 'talking') [rehearsal] = transition(scenario, rehearsal, { type: 'teacher-stopped' });
  write({ debrief: makeDebrief(scenario, rehearsal) });
});

function write(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
