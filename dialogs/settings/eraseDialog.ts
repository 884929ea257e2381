import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { Dialog } from 'botbuilder-dialogs/lib/dialog.js';
import { guideSays } from '../activities.ts';
import { type DialogTurn, dialogTurn } from '../dialogTurn.ts';
import { freshMemory, type Memory } from '../memory.ts';

export const ERASE = 'erase';

/** Asks once whether everything may go, and then really erases it with the commit of that turn. */
export class EraseDialog extends Dialog {
  constructor() {
    super(ERASE);
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { memory, t } = dialogTurn(dc.context);
    const suggestions = [
      { title: t('dialogs.erase.yes'), value: t('dialogs.erase.yes') },
      { title: t('dialogs.erase.no'), value: t('dialogs.erase.no') },
    ];
    await dc.context.sendActivity(guideSays(memory.locale, 'notice', t('dialogs.erase.sure'), { suggestions }));
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = dialogTurn(dc.context);
    const { memory, t, texts } = turn;
    const said = (dc.context.activity.text ?? '')
      .trim()
      .toLowerCase()
      .replace(/(?<![.!])[.!]+$/u, '');
    const yes = [texts('nl'), texts('en')].map((text) => text('dialogs.erase.yes').toLowerCase());
    if (![...yes, 'ja', 'yes'].includes(said)) {
      await dc.context.sendActivity(guideSays(memory.locale, 'notice', t('dialogs.erase.kept')));
      return dc.endDialog();
    }

    await eraseEverything(dc, turn);
    return dc.endDialog();
  }
}

/** With the commit of this turn everything of this teacher goes, and the memory starts afresh; the language stays. */
export async function eraseEverything(dc: DialogContext, { memory, services, t }: DialogTurn): Promise<void> {
  services.record.eraseMyData();
  await dc.cancelAllDialogs();
  const { locale, dialogs } = memory;
  const fresh: Memory = { ...freshMemory(locale), dialogs };
  for (const key of Object.keys(memory)) if (!(key in fresh)) Reflect.deleteProperty(memory, key);
  Object.assign(memory, fresh);
  await dc.context.sendActivity(guideSays(locale, 'notice', t('dialogs.erase.done'), { erased: true }));
}
