import { TIPS } from '../../content/schema/move.ts';
import type { Field, Form, Input } from '../cards/cardForm.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { nicknameIn } from '../prepare/plan.ts';
import { CONTACTS } from './askStep.ts';
import { DOERS, WENT } from './lookBack.ts';

/** As many agreements, and as many promises, as the form has room for; more are added in the chat. */
export const ROWS = [1, 2] as const;

const LONGEST_NAME = 60;
const LONGEST_LINE = 300;

/** The look back on a real talk as one form: how the tips went, what was agreed, what was promised. */
export function lookBackForm(turn: DialogTurn): Form {
  const { t } = turn;
  const doer = (id: string) =>
    choice(
      id,
      t('cards.form.lookBack.who'),
      DOERS.map((one) => `who.${one}`),
    );
  const when = (id: string): Input => ({ kind: 'day', id, label: t('cards.form.lookBack.when') });
  const line = (id: string, label: string): Input => ({ kind: 'line', id, label, longest: LONGEST_LINE });
  const choice = (id: string, label: string, answers: readonly string[]): Input => ({
    kind: 'choice',
    id,
    label,
    choices: answers.map((key) => ({ title: t(`afterwards.answer.${key}`), value: t(`afterwards.answer.${key}`) })),
  });
  return {
    id: 'look-back',
    title: t('cards.form.lookBack.title'),
    intro: t('cards.form.lookBack.intro'),
    fields: [
      { kind: 'line', id: 'name', label: t('cards.form.lookBack.name'), longest: LONGEST_NAME },
      { kind: 'part', title: t('cards.form.lookBack.tips') },
      ...TIPS.map((tip) =>
        choice(
          `tip/${tip}`,
          tipIn(turn, tip),
          WENT.map((went) => `went.${went}`),
        ),
      ),
      { kind: 'part', title: t('cards.form.lookBack.agreements') },
      ...ROWS.flatMap((row): readonly Field[] => [
        line(`agreed-${row}`, t('cards.form.lookBack.agreed', { number: row })),
        { kind: 'row', fields: [doer(`agreed-who-${row}`), when(`agreed-when-${row}`)] },
      ]),
      { kind: 'part', title: t('cards.form.lookBack.promises'), text: t('cards.form.lookBack.remind') },
      ...ROWS.map(
        (row): Field => ({
          kind: 'row',
          fields: [
            line(`promised-${row}`, t('cards.form.lookBack.promised', { number: row })),
            when(`promised-when-${row}`),
          ],
        }),
      ),
      choice(
        'contact',
        t('cards.form.lookBack.contact'),
        CONTACTS.map((contact) => `contact.${contact}`),
      ),
      line('next', t('cards.form.lookBack.next')),
    ],
    send: t('cards.form.lookBack.send'),
  };
}

/** The talk that was planned last, as its name stands in the form. */
export function talkPlanned({ memory }: DialogTurn): string {
  return memory.plan ? (nicknameIn(memory.plan) ?? '') : '';
}

function tipIn({ content, memory }: DialogTurn, id: string): string {
  return content.tips.find((tip) => tip.id === id)?.name[memory.locale] ?? id;
}
