import { FakeConnector } from './connector.ts';
import { FakeClock } from './fakeClock.ts';
import { APP_ID, aChange, aMessage, anInstallation, aTap, type Company, type Person, type Wire } from './people.ts';
import { type Answer, Redelivery } from './redelivery.ts';
import { type TokenChanges, TokenPress } from './tokenPress.ts';

/** Teams with people in it, and a bot at the other end. */
export interface FakeTeams extends AsyncDisposable {
  readonly clock: FakeClock;
  readonly press: TokenPress;
  readonly connector: FakeConnector;
  readonly redelivery: Redelivery;
  /** Tells where the bot listens, as in `http://localhost:3978`. */
  connectTo(bot: string): void;
  /** Somebody says something; again and again when the bot does not answer. */
  say(person: Person, text: string, company?: Company): Promise<Answer>;
  /** Somebody presses a button of a card. */
  tap(person: Person, data: object): Promise<Answer>;
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
  /** What one person, or a company, sees of the bot: texts in order. */
  textsIn(conversation: string): readonly string[];
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

  return {
    clock,
    press,
    connector,
    redelivery,
    connectTo: (address) => {
      bot = address;
    },
    say: (person, text, company) => first(aMessage(person, text, company)),
    tap: (person, data) => first(aTap(person, data)),
    install: (person, company) => first(anInstallation(person, company)),
    edit: (person, of, text) => first(aChange(person, of, text)),
    deliver,
    async knock({ token = {}, authorization, activity }) {
      const header =
        authorization === undefined ? `Bearer ${await press.token(connector.serviceUrl, token)}` : authorization;
      return post({ serviceUrl: connector.serviceUrl, ...activity }, header);
    },
    textsIn: (conversation) =>
      connector.delivered.filter((one) => one.conversation === conversation).map(({ activity }) => activity.text),
    [Symbol.asyncDispose]: () => connector.pullOut(),
  };
}
