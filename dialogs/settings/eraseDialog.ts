import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { Dialog } from 'botbuilder-dialogs/lib/dialog.js';
import { guideSays } from '../activities.ts';
import { dialogTurn } from '../dialogTurn.ts';
import { freshMemory } from '../memory.ts';

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
    const { memory, services, t, texts } = dialogTurn(dc.context);
    const said = (dc.context.activity.text ?? '')
      .trim()
      .toLowerCase()
      .replace(/[.!]+$/u, '');
    const yes = [texts('nl'), texts('en')].map((text) => text('dialogs.erase.yes').toLowerCase());
    if (![...yes, 'ja', 'yes'].includes(said)) {
      await dc.context.sendActivity(guideSays(memory.locale, 'notice', t('dialogs.erase.kept')));
      return dc.endDialog();
    }

    services.record.eraseMyData();
    await dc.cancelAllDialogs();
    const { rehearsed, plan } = freshMemory(memory.locale);
    Object.assign(memory, { rehearsed, plan });
    delete memory.earlierPlans;
    delete memory.cited;
    delete memory.tools;
    await dc.context.sendActivity(guideSays(memory.locale, 'notice', t('dialogs.erase.done'), { erased: true }));
    return dc.endDialog();
  }
}
