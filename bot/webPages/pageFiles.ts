import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { themed } from './themed.ts';

/** One file that browsers may have. Its path holds a hash of its content, so it never changes. */
export interface PageFile {
  readonly path: string;
  readonly type: string;
  /** Strong, in quotes, as in the header. */
  readonly etag: string;
  readonly content: Uint8Array;
}

/** Every file of the pages, and where a page itself finds what it names. */
export interface PageFiles {
  readonly all: readonly PageFile[];
  readonly style: PageFile;
  readonly icon: PageFile;
  readonly webChat: PageFile;
  /** The module that starts the page. */
  readonly entry: PageFile;
  /** What the entry imports, so that the browser need not find out file by file. */
  readonly modules: readonly PageFile[];
  /** The same for the teacher's own page: its look, and its one module. */
  readonly mine: { readonly style: PageFile; readonly entry: PageFile };
  /** The module of a coach's page; its look is that of the teacher's own. */
  readonly coach: { readonly entry: PageFile };
  /** What the tab in Teams needs besides: Microsoft's library, and our module. */
  readonly tab: { readonly library: PageFile; readonly entry: PageFile };
}

const WEB = fileURLToPath(new URL('../web/', import.meta.url));

/** Reads the files of `bot/web/` and Microsoft's Web Chat. TypeScript becomes JavaScript here, once. */
export function pageFiles(): PageFiles {
  const modules = browserModules();
  const entry = moduleNamed(modules, 'chatPage');
  const mine = { style: styleOf('mine', 'review'), entry: moduleNamed(modules, 'minePage') };
  const coach = { entry: moduleNamed(modules, 'coachPage') };
  const library = hashed('teams.js', 'text/javascript; charset=utf-8', readFileSync(teamsBundle()));
  const tab = { library, entry: moduleNamed(modules, 'teamsTab') };
  const style = styleOf('chat');
  const icon = hashed('logo.svg', 'image/svg+xml; charset=utf-8', readFileSync(join(WEB, 'logo.svg')));
  const webChat = hashed('webchat.js', 'text/javascript; charset=utf-8', readFileSync(webChatBundle()));
  return {
    all: [...modules, style, mine.style, icon, webChat, library],
    style,
    icon,
    webChat,
    entry,
    modules: modules.filter((file) => ![mine.entry, coach.entry, tab.entry].includes(file)),
    mine,
    coach,
    tab,
  };
}

function moduleNamed(modules: readonly PageFile[], name: string): PageFile {
  const found = modules.find(({ path }) => path.endsWith(`/${name}.js`));
  if (!found) throw new Error(`bot/web/${name}.ts is missing`);
  return found;
}

/** A page's own rules between the colours and the frame, and the picture of a talk, which all pages share. */
function styleOf(page: string, ...more: readonly string[]): PageFile {
  const read = (name: string) => readFileSync(join(WEB, `${name}.css`), 'utf8');
  const rules = [themed(read('colours')), ...['frame', page, ...more, 'curve'].map(read)];
  return hashed(`${page}.css`, 'text/css; charset=utf-8', Buffer.from(rules.join('\n')));
}

/** Modules import each other by relative path, so they share one folder, named after the content of all of them. */
function browserModules(): readonly PageFile[] {
  const sources = readdirSync(WEB)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => ({ name: name.replace(/\.ts$/, '.js'), code: browserCode(readFileSync(join(WEB, name), 'utf8')) }));
  const folder = shortHash(sources.map(({ name, code }) => `${name}\n${code}`).join('\n'));

  return sources.map(({ name, code }) => {
    const content = Buffer.from(code);
    return {
      path: `/web/${folder}/${name}`,
      type: 'text/javascript; charset=utf-8',
      etag: `"${shortHash(content)}"`,
      content,
    };
  });
}

function browserCode(source: string): string {
  return stripTypeScriptTypes(source, { mode: 'strip' }).replaceAll(/((?:from|import) '\.\/\w+)\.ts'/g, "$1.js'");
}

function webChatBundle(): string {
  const require = createRequire(import.meta.url);
  const main = require.resolve('botframework-webchat');
  return join(dirname(main), '..', 'dist', 'webchat.js');
}

function teamsBundle(): string {
  const require = createRequire(import.meta.url);
  return require.resolve('@microsoft/teams-js');
}

function hashed(name: string, type: string, content: Uint8Array): PageFile {
  const hash = shortHash(content);
  return { path: `/web/${hash}/${name}`, type, etag: `"${hash}"`, content };
}

function shortHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
