import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One file that browsers may have. Its path holds a hash of its content, so it never changes. */
export interface PageFile {
  readonly path: string;
  readonly type: string;
  /** Strong, in quotes, as in the header. */
  readonly etag: string;
  readonly content: Uint8Array;
}

/** Every file of the chat page, and where the page itself finds what it names. */
export interface PageFiles {
  readonly all: readonly PageFile[];
  readonly style: PageFile;
  readonly icon: PageFile;
  readonly webChat: PageFile;
  /** The module that starts the page. */
  readonly entry: PageFile;
  /** What the entry imports, so that the browser need not find out file by file. */
  readonly modules: readonly PageFile[];
}

const WEB = fileURLToPath(new URL('../web/', import.meta.url));

/** Reads the files of `bot/web/` and Microsoft's Web Chat. TypeScript becomes JavaScript here, once. */
export function pageFiles(): PageFiles {
  const modules = browserModules();
  const entry = modules.find(({ path }) => path.endsWith('/chatPage.js'));
  if (!entry) throw new Error('bot/web/chatPage.ts is missing');

  const style = hashed('chat.css', 'text/css; charset=utf-8', readFileSync(join(WEB, 'chat.css')));
  const icon = hashed('logo.svg', 'image/svg+xml', readFileSync(join(WEB, 'logo.svg')));
  const webChat = hashed('webchat.js', 'text/javascript; charset=utf-8', readFileSync(webChatBundle()));
  return { all: [...modules, style, icon, webChat], style, icon, webChat, entry, modules };
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
  return stripTypeScriptTypes(source, { mode: 'strip' }).replaceAll(/(from '\.\/\w+)\.ts'/g, "$1.js'");
}

function webChatBundle(): string {
  const require = createRequire(import.meta.url);
  const main = require.resolve('botframework-webchat');
  return join(dirname(main), '..', 'dist', 'webchat.js');
}

function hashed(name: string, type: string, content: Uint8Array): PageFile {
  const hash = shortHash(content);
  return { path: `/web/${hash}/${name}`, type, etag: `"${hash}"`, content };
}

function shortHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
