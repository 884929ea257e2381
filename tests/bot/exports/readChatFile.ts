/** What a reader of `.chat` files makes of one. */
export interface ReadChat {
  readonly user: string;
  readonly bot: string;
  readonly said: readonly { readonly from: string; readonly text: string }[];
  /** Commands of the format that were found in what was said. */
  readonly commands: readonly string[];
}

/** The commands that the format knows between square brackets. */
const COMMANDS =
  /\[\s*(?:typing|conversationupdate|attachment|attachmentlayout|suggestions|delay|herocard|basiccard|thumbnailcard|animationcard|mediacard|audiocard|videocard|signincard|oauthcard)\s*(?:=[^\]]*)?\]/giu;

/**
 * Reads a `.chat` file by the rules of the Bot Framework's own reader: settings first; a line that begins with the name of
 * a side and a colon begins a message, every other line belongs to the one before; what stands between brackets may be a
 * command. The marks that keep words from being read so are taken out again.
 */
export function readChatFile(file: string): ReadChat {
  const lines = file.split('\n');
  const setting = (name: string) => lines.find((line) => line.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
  const [user, bot] = [setting('user'), setting('bot')];
  const begins = new RegExp(`^(${user}|${bot}|bot|user)(?:->(?:${user}))?:`, 'iu');
  const said: { from: string; text: string }[] = [];
  for (const line of lines.slice(lines.indexOf('') + 1)) {
    const match = begins.exec(line);
    if (match) said.push({ from: match[1] ?? '', text: line.slice(match[0].length).trim() });
    else if (said.length > 0) said.push({ from: said.at(-1)?.from ?? '', text: `${said.pop()?.text}\n${line}` });
  }
  const commands = said.flatMap(({ text }) => text.match(COMMANDS) ?? []);
  return {
    user,
    bot,
    commands,
    said: said.map(({ from, text }) => ({ from, text: text.replaceAll('\u2060', '').trim() })),
  };
}
