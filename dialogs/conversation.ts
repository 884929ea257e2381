import { ActivityTypes, type StatePropertyAccessor, type TurnContext } from 'botbuilder-core';
import type { DialogContext, DialogState } from 'botbuilder-dialogs';
import { DialogTurnStatus } from 'botbuilder-dialogs/lib/dialog.js';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js';
import type { Content } from '../content/schema/content.ts';
import { LOCALES } from '../content/schema/locale.ts';
import { guideSays } from './activities.ts';
import { AFTERWARDS, AfterwardsDialog } from './afterwards/afterwardsDialog.ts';
import { afterwardsMessage, myRehearsalsMessage } from './afterwards/afterwardsMessage.ts';
import { promisesMessage, readPromiseRequest, remindersSwitched } from './afterwards/promisesMessage.ts';
import { answeringMessage, askForMessage } from './answering/answeringMessage.ts';
import type { Answering } from './answering/createAnswering.ts';
import { messageBehind } from './answering/messageBehind.ts';
import { isAtEase, isBetweenTalks } from './atEase.ts';
import { pressIn } from './cards/press.ts';
import { declinePress, isPast } from './cards/standing.ts';
import { createCommandFinder, type GivenCommand } from './commands.ts';
import { companyMessage } from './company/companyMessage.ts';
import { type DialogTurn, dialogTurn, setDialogTurn } from './dialogTurn.ts';
import type { Finder } from './finding/createFinder.ts';
import { findingMessage } from './finding/findingMessage.ts';
import { questionBehind } from './finding/questionBehind.ts';
import { onForm } from './forms/onForm.ts';
import { LONGEST_UTTERANCE } from './language/createRecognizer.ts';
import type { DangerDetector } from './language/danger/createDangerDetector.ts';
import { readLeaveIn } from './masking/leaveIn.ts';
import { leaveInButton, leftIn, maskedNotice } from './masking/maskingMessages.ts';
import { offering } from './masking/offering.ts';
import { freshMemory, type Memory, recalled } from './memory.ts';
import { helpMessage, menuMessage, privacyMessage, signOutMessage, welcomeMessage } from './menu/menuMessages.ts';
import { menuWordIn } from './menu/menuWords.ts';
import { isFormEvent, onOwnEvent, readOwnEvent } from './ownEvents.ts';
import type { Reader, Recognizer, TurnServices } from './ports.ts';
import { announcedTalk } from './prepare/announcedTalk.ts';
import { PREPARE, PrepareDialog } from './prepare/prepareDialog.ts';
import { levelWords } from './rehearse/levels.ts';
import { REHEARSE, RehearseDialog } from './rehearse/rehearseDialog.ts';
import { stopForDanger, takeWords } from './safety/safetyGate.ts';
import { ERASE, EraseDialog } from './settings/eraseDialog.ts';
import { sourceMessage } from './sources/sourceMessage.ts';
import { createTexts } from './texts.ts';
import { tipMessage } from './tips/tipMessage.ts';
import { readTipRequest, tipNamed } from './tips/tipRequest.ts';
import { toolboxMessage } from './toolbox/toolboxMessage.ts';
import { TOOL, ToolDialog } from './toolbox/toolDialog.ts';
import { toolToMake } from './toolbox/tools.ts';

export interface ConversationParts {
  readonly content: Content;
  readonly reader: Reader;
  readonly recognizer: Recognizer;
  readonly findDanger: DangerDetector;
  readonly finder: Finder;
  readonly answering: Answering;
}

/**
 * Under this key botbuilder-dialogs keeps the scopes of its memory for a turn. They hold nothing themselves and are the
 * same in every turn, but making them takes it longer than the parent takes to answer; so ours outlive the turn.
 */
const MEMORY_SCOPES = 'DialogStateManagerConfiguration';

/** Takes one turn of a conversation: reads the activity, sends through the context, gives what to remember. */
export type Conversation = (context: TurnContext, kept: Memory | null, services: TurnServices) => Promise<Memory>;

/**
 * The whole conversation: danger before all else, then the words understood anywhere, then the dialog that is open, else
 * the menu.
 */
export function createConversation({
  content,
  reader,
  recognizer,
  findDanger,
  finder,
  answering,
}: ConversationParts): Conversation {
  const texts = createTexts(content.messages);
  const findCommand = createCommandFinder(
    content.commands,
    levelWords(texts),
    (argument) => readTipRequest({ content, texts }, argument) !== null,
    (argument) => toolToMake(content, argument) !== undefined,
    (argument) => readPromiseRequest(texts, argument) !== null,
  );
  const dialogs = new DialogSet(dialogStateInMemory())
    .add(new RehearseDialog())
    .add(new PrepareDialog())
    .add(new ToolDialog())
    .add(new AfterwardsDialog())
    .add(new EraseDialog());

  let memoryScopes: unknown;

  async function openDialogs(context: TurnContext): Promise<DialogContext> {
    if (memoryScopes) context.turnState.set(MEMORY_SCOPES, memoryScopes);
    const dc = await dialogs.createContext(context);
    memoryScopes = context.turnState.get(MEMORY_SCOPES);
    return dc;
  }

  return async (context, kept, services) => {
    const { activity } = context;
    const memory = kept ? recalled(kept, String(activity.timestamp)) : freshMemory(activity.locale);
    const isMessage = activity.type === ActivityTypes.Message;
    const { said, isCleared } = isMessage
      ? takeWords(memory, activity.text ?? '', texts)
      : { said: '', isCleared: false };
    const turn: DialogTurn = {
      content,
      reader,
      recognizer,
      finder,
      answering,
      services,
      memory,
      t: (key, slots) => texts(memory.locale)(key, slots),
      texts,
      command: findCommand(said),
      at: String(activity.timestamp),
    };
    setDialogTurn(context, turn);

    if (activity.type === ActivityTypes.ConversationUpdate) {
      await context.sendActivity(welcomeMessage(turn, activity.channelId));
    }
    const event = readOwnEvent(activity, activity.value);
    if (event?.name === 'op-een-lijn/in-company') {
      const said = { ...event.value, language: activity.locale };
      await context.sendActivity(companyMessage(turn, said, { findDanger, findCommand }));
    } else if (event) {
      const dc = await openDialogs(context);
      const stopFor = (words: string) => stopForDanger(dc, turn, words, findDanger);
      await (isFormEvent(event) ? onForm(dc, turn, event, stopFor) : onOwnEvent(dc, turn, event));
      if (isFormEvent(event)) await tellOfMasking(context, turn);
    }
    if (isMessage) {
      const dc = await openDialogs(context);
      if (isPast(pressIn(activity), turn, dc)) {
        await declinePress(dc, turn);
        return memory;
      }
      const isStopped = !isCleared && !isBareCommand(turn) && (await stopForDanger(dc, turn, said, findDanger));
      if (!isStopped) await saying(context, said, () => onHeard(dc, turn));
    }
    return memory;
  };
}

/** A word of ours alone tells of nobody, whatever else it can mean. */
function isBareCommand({ command }: DialogTurn): boolean {
  return command?.argument === '';
}

/** Dialogs read what was said from the activity; the activity itself is kept as it was heard. */
async function saying(context: TurnContext, said: string, run: () => Promise<void>): Promise<void> {
  const { activity } = context;
  const typed = activity.text;
  activity.text = said;
  try {
    await run();
  } finally {
    activity.text = typed;
  }
}

/** What was masked is told before all else, and can be undone from under what follows. */
async function onHeard(dc: DialogContext, turn: DialogTurn): Promise<void> {
  const leaveIn = readLeaveIn(turn.texts, dc.context.activity.text ?? '');
  if (leaveIn) {
    await aside(dc, leftIn(turn, leaveIn));
    return;
  }
  if (!(await tellOfMasking(dc.context, turn))) return onMessage(dc, turn);
  await offering(dc.context, leaveInButton(turn), () => onMessage(dc, turn));
}

async function tellOfMasking(context: TurnContext, turn: DialogTurn): Promise<boolean> {
  const masked = turn.services.hearing?.masked ?? [];
  if (masked.length > 0) await context.sendActivity(maskedNotice(turn, masked));
  return masked.length > 0;
}

async function onMessage(dc: DialogContext, turn: DialogTurn): Promise<void> {
  const said = dc.context.activity.text ?? '';
  if (said.length > LONGEST_UTTERANCE) {
    const text = turn.t('dialogs.tooLong', { longest: LONGEST_UTTERANCE });
    await dc.context.sendActivity(guideSays(turn.memory.locale, 'notice', text));
    if (dc.activeDialog?.id === PREPARE) await dc.repromptDialog();
    return;
  }
  const isAwaited = takeAwaited(turn);
  if (turn.command && (await onCommand(dc, turn, turn.command))) return;
  const message =
    messageBehind(said, turn.content.commands) ?? (isAwaited && !turn.command && said.trim() ? said : null);
  if (message !== null) {
    await aside(dc, answeringMessage(turn, message));
    return;
  }
  const asked = turn.command ? null : questionBehind(said, turn.content.commands);
  if (asked !== null) {
    await aside(dc, findingMessage(turn, asked));
    return;
  }

  const word = menuWordIn(turn.texts, said);
  if (word === 'signOut') {
    await aside(dc, signOutMessage(turn, dc.context.activity.channelId));
    return;
  }
  const result = await dc.continueDialog();
  if (result.status === DialogTurnStatus.empty) {
    if (word === 'hello') {
      await dc.context.sendActivity(menuMessage(turn, 'dialogs.hello'));
      return;
    }
    const talk = announcedTalk(turn, said);
    if (talk) {
      turn.memory.locale = talk.locale;
      await (talk.kind === 'coming' ? dc.beginDialog(PREPARE, { meeting: said }) : dc.beginDialog(AFTERWARDS));
      return;
    }
    const tip = tipNamed(turn.content, said);
    if (tip) {
      await dc.context.sendActivity(tipMessage(turn, tip));
      return;
    }
    await dc.context.sendActivity(said.trim() ? findingMessage(turn, said) : menuMessage(turn, 'dialogs.empty'));
  }
}

/** Whether these words were asked for as a parent's message; they are so once. */
function takeAwaited({ memory }: DialogTurn): boolean {
  const isAwaited = memory.awaitsMessage === true;
  delete memory.awaitsMessage;
  return isAwaited;
}

/** Answers a word understood anywhere; false when the open dialog is to answer it. */
async function onCommand(dc: DialogContext, turn: DialogTurn, given: GivenCommand): Promise<boolean> {
  const { command, argument } = given;
  const open = dc.activeDialog?.id;
  const isRehearsing = open === REHEARSE;
  const isFree = !open || (isBetweenTalks(dc) && (command === 'rehearse' || command === 'own-case'));
  if (isFree && command !== 'language') turn.memory.locale = given.locale ?? turn.memory.locale;
  switch (command) {
    case 'rehearse':
      return begin(dc, turn, REHEARSE, { scenario: argument });
    case 'again':
      return ![TOOL, AFTERWARDS, PREPARE].includes(open ?? '') && !isRehearsing && begin(dc, turn, REHEARSE);
    case 'follow-up':
      return !isRehearsing && begin(dc, turn, REHEARSE, { followUp: true });
    case 'prepare':
      return begin(dc, turn, PREPARE);
    case 'own-case':
      return begin(dc, turn, REHEARSE, { own: true });
    case 'delete-my-data':
      if (open === ERASE) return false;
      await dc.beginDialog(ERASE);
      return true;
    case 'tip':
      return aside(dc, tipMessage(turn, argument));
    case 'answer':
      return aside(dc, askForMessage(turn, dc.activeDialog !== undefined));
    case 'source':
      return aside(dc, sourceMessage(turn));
    case 'toolbox':
      return aside(dc, toolboxMessage(turn, argument));
    case 'make':
      return make(dc, turn, argument);
    case 'afterwards':
      return lookBack(dc, turn);
    case 'promises':
      return aside(dc, promisesMessage(turn, argument));
    case 'reminders-off':
    case 'reminders-on':
      return aside(dc, remindersSwitched(turn, command === 'reminders-off'));
    case 'my-rehearsals':
      return aside(dc, myRehearsalsMessage(turn));
    case 'help':
      return aside(dc, helpMessage(turn));
    case 'privacy':
      return aside(dc, privacyMessage(turn, dc.context.activity.channelId));
    case 'language':
      return switchLanguage(dc, turn, argument);
    default:
      if (open) return false;
      await dc.context.sendActivity(menuMessage(turn, 'dialogs.noTalkOpen'));
      return true;
  }
}

/** The look back on a real talk; in one message when something else is open. */
async function lookBack(dc: DialogContext, turn: DialogTurn): Promise<boolean> {
  return !dc.activeDialog || isAtEase(dc, turn) ? begin(dc, turn, AFTERWARDS) : aside(dc, afterwardsMessage(turn));
}

/** Walks through a tool: the one that is named, else the one that was shown last; without either, the list of them. */
async function make(dc: DialogContext, turn: DialogTurn, wanted: string): Promise<boolean> {
  const { content, memory } = turn;
  const shown = memory.cited?.kind === 'tool' ? memory.cited.tool : '';
  const tool = toolToMake(content, wanted || shown);
  return tool ? begin(dc, turn, TOOL, { tool }) : aside(dc, toolboxMessage(turn, ''));
}

/** Says something in between; the dialog that is open stays as it is, and says where it was unless nothing came after it. */
async function aside(dc: DialogContext, message: ReturnType<typeof helpMessage>): Promise<boolean> {
  await dc.context.sendActivity(message);
  if (dc.activeDialog && !pressIn(dc.context.activity)?.isInPlace) await dc.repromptDialog();
  return true;
}

/** A new dialog only when no other is open: a talk that is going on is never thrown away by one word. */
async function begin(dc: DialogContext, turn: DialogTurn, dialog: string, options?: object): Promise<boolean> {
  if (!dc.activeDialog) {
    await dc.beginDialog(dialog, options);
    return true;
  }
  if (isAtEase(dc, turn)) {
    await dc.replaceDialog(dialog, options);
    return true;
  }
  await dc.context.sendActivity(guideSays(turn.memory.locale, 'notice', turn.t('dialogs.stillOpen')));
  await dc.repromptDialog();
  return true;
}

async function switchLanguage(dc: DialogContext, turn: DialogTurn, wanted: string): Promise<boolean> {
  const { memory } = turn;
  memory.locale = LOCALES.find((locale) => locale === wanted) ?? (memory.locale === 'nl' ? 'en' : 'nl');
  const key =
    dc.activeDialog?.id === REHEARSE && !isBetweenTalks(dc) ? 'dialogs.language.inTalk' : 'dialogs.language.changed';
  return aside(dc, menuMessage(turn, key));
}

/** The dialog stack lives in the memory of the turn, which is committed with everything else. */
function dialogStateInMemory(): StatePropertyAccessor<DialogState> {
  return {
    get: (context: TurnContext) => Promise.resolve(dialogTurn(context).memory.dialogs),
    set: (context: TurnContext, value: DialogState) => {
      dialogTurn(context).memory.dialogs = value;
      return Promise.resolve();
    },
    delete: (context: TurnContext) => {
      dialogTurn(context).memory.dialogs = { dialogStack: [] };
      return Promise.resolve();
    },
  };
}
