/** Which module may import which. Each rule says why, in words a newcomer can act on. */
const packages = (...names) => names.map((name) => `node_modules/${name}/`);
const local = '^(bot|dialogs|content)/';
const entryPoints = [
  '^bot/index[.]ts$',
  '^bot/askHealth[.]mjs$',
  '^bot/storage/sqlite/worker[.]ts$',
  '^bot/channels/console/(play|simulate|classify|tips|checkContent|learn|newScenario|doctor|coachLink|renewKeys|backup|restore|board)[.]ts$',
  '^content/writeSchemas[.]ts$',
];

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea in two places: merge them, or move the shared part down.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'content-is-the-floor',
      comment: 'Content is data and its meaning. It must load and be checked without the bot.',
      severity: 'error',
      from: { path: '^content/' },
      to: { path: '^(bot|dialogs|tests)/' },
    },
    {
      name: 'engine-is-pure',
      comment:
        'The engine takes values and returns values. It may name the types of content, and nothing else: no npm, no Node, no dialogs.',
      severity: 'error',
      from: { path: '^dialogs/engine/' },
      to: { pathNot: ['^dialogs/engine/', '^content/schema/'] },
    },
    {
      name: 'engine-reads-content-types-only',
      comment: 'Schemas run in content/. The engine gets values already checked, so it imports their types alone.',
      severity: 'error',
      from: { path: '^dialogs/engine/' },
      to: { path: '^content/schema/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'dialogs-do-not-know-the-bot',
      comment: 'Channels, HTTP and databases reach dialogs through dialogs/ports.ts.',
      severity: 'error',
      from: { path: '^dialogs/' },
      to: { path: '^(bot|tests)/' },
    },
    {
      name: 'dialogs-do-no-io',
      comment: 'Reading files, the network or a database belongs to content/ or bot/.',
      severity: 'error',
      from: { path: '^dialogs/' },
      to: { path: ['^(node:)?(fs|http|https|net|child_process)(/|$)', ...packages('restify', 'pg', 'kysely')] },
    },
    {
      name: 'natural-stays-behind-its-port',
      comment: 'Only dialogs/language may use natural, so that another stemmer or classifier can take its place.',
      severity: 'error',
      from: { path: local, pathNot: '^dialogs/language/' },
      to: { path: packages('natural') },
    },
    {
      name: 'natural-by-subpath',
      comment: "Import natural/lib/natural/<part>: the package's front door loads five databases and reads .env.",
      severity: 'error',
      from: {},
      to: { path: 'node_modules/natural/lib/natural/index[.]js$' },
    },
    {
      name: 'dialog-classes-by-file',
      comment:
        "Import values from botbuilder-dialogs/lib/<file>.js: the package's front door costs every start 0.2 s for recognizers we do not use.",
      severity: 'error',
      from: { path: local },
      to: { path: 'node_modules/botbuilder-dialogs/lib/index[.]js$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'card-files-make-cards',
      comment:
        'A dialog says what there is to say; how a card looks stands in a file named …Card.ts or …Form.ts beside it, built from dialogs/cards.',
      severity: 'error',
      from: { path: local, pathNot: ['^dialogs/cards/', '^bot/channels/teams/', '(Card|Form)[.]ts$'] },
      to: { path: packages('@microsoft/teams[.]cards') },
    },
    {
      name: 'adapters-are-wired-in-one-place',
      comment: 'Only bot/start.ts chooses a database. Everything else asks for a port.',
      severity: 'error',
      from: { path: local, pathNot: ['^bot/start[.]ts$', '^bot/storage/'] },
      to: { path: '^bot/storage/' },
    },
    {
      name: 'browser-code-stays-in-the-browser',
      comment: 'Pages run in Teams or a browser: they may share wire types with the server and nothing else.',
      severity: 'error',
      from: { path: '^bot/web/' },
      to: { pathNot: ['^bot/web/', '^bot/.+[.]contract[.]ts$'] },
    },
    {
      name: 'product-code-does-not-import-tests',
      comment: 'Move the shared part into product code or keep it in the test.',
      severity: 'error',
      from: { path: local },
      to: { path: '^tests/' },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing imports this file, and it is not an entry point: delete it or use it.',
      severity: 'error',
      from: { orphan: true, path: local, pathNot: [...entryPoints, '[.]d[.]ts$', '^bot/web/'] },
      to: {},
    },
    {
      name: 'reached-from-an-entry-point',
      comment: 'Only tests reach this file: it is dead in the product.',
      severity: 'error',
      from: { path: entryPoints },
      to: { path: local, pathNot: [...entryPoints, '^bot/web/', '[.]d[.]ts$', '[.]mjs$'], reachable: false },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^tests/architecture/planted' },
  },
};
