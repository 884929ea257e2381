import { type Delivered, FakeConnector } from './connector.ts';
import { FakeClock } from './fakeClock.ts';
import {
  APP_ID,
  aChange,
  aMessage,
  anInstallation,
  anInvoke,
  aTap,
  type Company,
  type Person,
  type Wire,
} from './people.ts';
import { type Answer, Redelivery } from './redelivery.ts';
import { buttonsOn, type Card, cardOn, everyButtonOn, valuesOn, wordsOn } from './screen.ts';
import { type TokenChanges, TokenPress } from './tokenPress.ts';

/** Teams with people in it, and a bot at the other end. */
export interface FakeTeams extends AsyncDisposable {
  readonly clock: FakeClock;
  readonly tokens: TokenPress;
  readonly connector: FakeConnector;
  readonly redelivery: Redelivery;
  /** Tells where the bot listens, as in `http://localhost:3978`. */
  connectTo(bot: string): void;
  /** Somebody says something; again and again when the bot does not answer. */
  say(person: Person, text: string, company?: Company): Promise<Answer>;
  /** Somebody presses a button of a card. */
  tap(person: Person, data: object): Promise<Answer>;
  /**
   * Somebody presses a button on the newest card in their chat that has it, with what they filled in. When the bot
   * answers with a card, that one takes its place on the screen.
   */
  press(person: Person, title: string, filledIn?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Somebody opens the form behind this button. The form that is then open; null when none is. */
  openForm(person: Person, title: string): Promise<Card | null>;
  /**
   * Somebody sends the form that is open, with what they filled in beside what stood there. The form that is open then:
   * the same one with its errors, or null once the bot has taken it.
   */
  sendForm(person: Person, filledIn: Readonly<Record<string, string>>): Promise<Card | null>;
  /** Somebody presses a thumb under their newest message, fills in what Teams then shows, and sends it. */
  thumb(person: Person, reaction: 'like' | 'dislike', words?: string): Promise<Card | null>;
  /** The newest card that this person has on the screen; throws when there is none. */
  cardOf(person: Person): Card;
  /** The bot is added. */
  install(person: Person, company?: Company): Promise<Answer>;
  /** Somebody changes a message, or takes it back (null). */
  edit(person: Person, of: Wire, text: string | null): Promise<Answer>;
  /** One delivery of this activity, with a good token. */
  deliver(activity: Wire): Promise<Answer>;
  /** One delivery with a token that is changed, or with this very header; `body` replaces the activity. */
  knock(options: {
    readonly token?: TokenChanges;
    readonly authorization?: string | null;
    readonly activity: object;
  }): Promise<Answer>;
  /** What one person, or a company, sees of the bot: what is read of each message, in order. */
  textsIn(conversation: string): readonly string[];
}

/** What is read of a message: its text, and under it its card. */
function textOf(message: Delivered): string {
  const card = cardOn(message);
  return [message.activity.text, card ? wordsOn(card) : ''].filter(Boolean).join('\n\n');
}

/** The card that takes the place of the one that was pressed; undefined when the bot answers otherwise. */
function cardInAnswer({ body }: Answer): Card | undefined {
  const { type, value } = (body ?? {}) as { readonly type?: string; readonly value?: Card };
  return type === 'application/vnd.microsoft.card.adaptive' ? value : undefined;
}

/** The form that an answer opens, or leaves open; null when it opens none. */
function formInAnswer({ body }: Answer): Card | null {
  const { task } = (body ?? {}) as {
    readonly task?: { readonly type: string; readonly value?: { readonly card?: { readonly content: Card } } };
  };
  return task?.type === 'continue' ? (task.value?.card?.content ?? null) : null;
}

/** Starts a stand-in for Teams that knows one bot. */
export async function startFakeTeams(clock = new FakeClock()): Promise<FakeTeams> {
  const press = new TokenPress(APP_ID, clock);
  const connector = new FakeConnector(press, clock);
  await connector.plugIn();
  let bot = '';

  const post = async (activity: object, authorization: string | null): Promise<Answer> => {
    const reply = await fetch(`${bot}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) },
      body: JSON.stringify(activity),
    });
    const text = await reply.text();
    return { status: reply.status, body: text ? JSON.parse(text) : null };
  };
  const deliver = async (activity: Wire): Promise<Answer> => {
    const token = await press.token(connector.serviceUrl);
    return post({ serviceUrl: connector.serviceUrl, ...activity }, `Bearer ${token}`);
  };
  const redelivery = new Redelivery(clock, deliver);
  const first = async (activity: Wire): Promise<Answer> => {
    const [answer] = await redelivery.deliver(activity);
    if (!answer) throw new Error('A delivery always has an answer.');
    return answer;
  };

  const cardsOf = ({ chat }: Person) =>
    connector.delivered.filter((one) => one.conversation === chat && cardOn(one) !== undefined).toReversed();
  const cardWith = (person: Person, title: string) => {
    for (const message of cardsOf(person)) {
      const button = everyButtonOn(cardOn(message) ?? {}).find((one) => one.title === title);
      if (button) return { message, button };
    }
    throw new Error(`No card of ${person.name} has a button ${title}.`);
  };

  const forms = new Map<string, Card>();
  const keepForm = ({ chat }: Person, answer: Answer): Card | null => {
    const form = formInAnswer(answer);
    if (form) forms.set(chat, form);
    else forms.delete(chat);
    return form;
  };

  return {
    clock,
    tokens: press,
    connector,
    redelivery,
    connectTo: (address) => {
      bot = address;
    },
    say: (person, text, company) => first(aMessage(person, text, company)),
    tap: (person, data) => first(aTap(person, data)),
    async press(person, title, filledIn = {}) {
      const { message, button } = cardWith(person, title);
      const answer = await first({ ...aTap(person, { ...button.data, ...filledIn }), replyToId: message.id });
      const card = cardInAnswer(answer);
      if (card) connector.refresh(message.id, card);
      return answer;
    },
    async openForm(person, title) {
      const { button } = cardWith(person, title);
      return keepForm(person, await first(anInvoke(person, 'task/fetch', { data: button.data })));
    },
    async sendForm(person, filledIn) {
      const form = forms.get(person.chat);
      if (!form) throw new Error(`${person.name} has no form open.`);
      const data = { ...valuesOn(form), ...filledIn, ...buttonsOn(form)[0]?.data };
      return keepForm(person, await first(anInvoke(person, 'task/submit', { data })));
    },
    async thumb(person, reaction, words = '') {
      const message = connector.delivered.findLast((one) => one.conversation === person.chat);
      const { feedbackLoop } = (message?.activity['channelData'] ?? {}) as { readonly feedbackLoop?: object };
      if (!message || !feedbackLoop) throw new Error('There are no thumbs under this message.');
      const about = { replyToId: message.id };
      const asked = anInvoke(person, 'message/fetchTask', {
        data: { actionName: 'feedback', actionValue: { reaction } },
      });
      const form = formInAnswer(await first({ ...asked, ...about }));
      const actionValue = { reaction, feedback: JSON.stringify({ feedbackText: words }) };
      const sent = anInvoke(person, 'message/submitAction', { actionName: 'feedback', actionValue });
      await first({ ...sent, ...about });
      return form;
    },
    cardOf(person) {
      const [newest] = cardsOf(person);
      const card = newest && cardOn(newest);
      if (!card) throw new Error(`${person.name} has no card on the screen.`);
      return card;
    },
    install: (person, company) => first(anInstallation(person, company)),
    edit: (person, of, text) => first(aChange(person, of, text)),
    deliver,
    async knock({ token = {}, authorization, activity }) {
      const header =
        authorization === undefined ? `Bearer ${await press.token(connector.serviceUrl, token)}` : authorization;
      return post({ serviceUrl: connector.serviceUrl, ...activity }, header);
    },
    textsIn: (conversation) => connector.delivered.filter((one) => one.conversation === conversation).map(textOf),
    [Symbol.asyncDispose]: () => connector.pullOut(),
  };
}
