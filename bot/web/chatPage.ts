import type { Activity } from './activity.ts';
import { announcements } from './announcements.ts';
import { showChat } from './chatView.ts';
import { openConversationLine } from './conversationLine.ts';
import { headingOf } from './heading.ts';
import { pageLanguage } from './pageLanguage.ts';
import { createSender } from './sender.ts';
import { readSettings } from './settings.ts';
import { ticketKeeper } from './ticketKeeper.ts';
import { loadedWebChat } from './webChat.ts';
import { whenWorldChanges } from './whenWorldChanges.ts';

const settings = readSettings();
const language = pageLanguage(settings);
const announce = announcements(language.text);
const tickets = ticketKeeper();
const sender = createSender(tickets, {
  onLateArrival(words) {
    chat.forgetDraft(words);
    announce.clearNotice();
  },
  onSilence: () => line.reconnect(),
});
const menu = document.querySelectorAll<HTMLButtonElement>('button[data-say]');
const element = document.getElementById('chat');
if (!element) throw new Error('The page has no place for the chat');

keepTicketFresh();
setInterval(keepTicketFresh, 60_000);

const chat = showChat(await loadedWebChat(), {
  element,
  nonce: document.querySelector('script')?.nonce ?? '',
  language: language.forChat(),
  headingOf: (activity) => headingOf(activity, language),
  send(activity) {
    announce.clearNotice();
    return sender.send(activity);
  },
  onUnsent: (reason, backInBox) => announce.notice(backInBox ? `unsent.${reason}` : 'unsent.marked'),
});

const line = openConversationLine(tickets, {
  locale: () => language.current,
  onActivity(activity) {
    if (activity.channelData?.opEenLijn?.erased) chat.clear();
    chat.add(sender.recognise(activity));
    if (language.follow(botLanguage(activity))) {
      chat.setLanguage(language.forChat());
      announce.rewrite();
    }
  },
  onState(state) {
    if (state === 'lost') return announce.lineLost();
    announce.lineBack();
    chat.connected();
    for (const button of menu) button.disabled = false;
  },
  onOtherConversation: () => chat.clear(),
});

whenWorldChanges(
  () => line.check(),
  () => line.reconnect(),
);

for (const button of menu) {
  button.addEventListener('click', () => {
    chat.say(language.text(button.dataset['say'] ?? ''));
    chat.focus();
  });
}
chat.focus();

/** When it fails, whoever needs the ticket asks again, and deals with it. */
function keepTicketFresh(): void {
  tickets.valid().catch(() => undefined);
}

function botLanguage({ locale, channelData }: Activity): string | undefined {
  return channelData?.opEenLijn ? locale : undefined;
}
