// Loads one version of the SDK in a process of its own and runs the lines that it is sent.
import { existsSync, realpathSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { join, sep } from 'node:path';

const SDK = '@lightprotocol/stateless.js';
/** In front of the name that a whole module is imported under. */
const WHOLE = '* as ';
/** The main file, and the folder in which the pinned versions and their libraries lie. */
const [entry, cache] = process.argv.slice(2);
const require = createRequire(entry);
const own = createRequire(import.meta.url);
/**
 * The hasher that the SDK is handed, and the coder that reads its interface description, need not come with it: newer
 * versions bundle the coder. The coder is the pinned one, never our own, which reads other descriptions. Any other
 * library that a build lacks is its own fault.
 */
const LENDERS = { 'poseidon-lite': own, '@coral-xyz/anchor': createRequire(join(cache, 'index.cjs')) };

const isAbsent = (error, module) =>
  error.code === 'MODULE_NOT_FOUND' && error.message.includes(`'${module}'`);

function load(module) {
  try {
    return require(module);
  } catch (error) {
    const lender = LENDERS[module];
    if (lender === undefined || !isAbsent(error, module)) throw error;
    return lender(module);
  }
}

/** Also as Node writes it where a link leads there. */
const caches = [cache, ...(existsSync(cache) ? [realpathSync(cache)] : [])];
const isPinned = (file) => caches.some((folder) => file?.startsWith(`${folder}${sep}`));
const shared = createRequire(own.resolve('@solana/web3.js'));
const asNode = Module._resolveFilename;

/** What is pinned shares web3.js, and what that brings along, with this project, wherever the cache is. */
Module._resolveFilename = function resolve(request, parent, ...rest) {
  try {
    return asNode.call(this, request, parent, ...rest);
  } catch (error) {
    if (!isPinned(parent?.filename) || !isAbsent(error, request)) throw error;
    try {
      return shared.resolve(request);
    } catch {
      throw error;
    }
  }
};

const AsyncFunction = (async () => undefined).constructor;

async function answer({ from, lines, result }) {
  const names = [];
  const values = [];
  for (const [module, wanted] of Object.entries(from)) {
    const exported = module === SDK ? require(entry) : load(module);
    for (const name of wanted) {
      if (name.startsWith(WHOLE)) {
        names.push(name.slice(WHOLE.length));
        values.push(exported);
        continue;
      }
      if (exported[name] === undefined) return { kind: 'missing', name };
      names.push(name);
      values.push(exported[name]);
    }
  }
  const body = `'use strict';\n${lines.join('\n')}\nreturn String(await (${result}));`;
  return { kind: 'value', value: await new AsyncFunction(...names, body)(...values) };
}

const threw = (error) => ({ kind: 'threw', message: String(error?.message ?? error) });

process.on('message', async (snippets) => {
  const answers = [];
  for (const snippet of snippets) answers.push(await answer(snippet).catch(threw));
  process.send(answers);
});
process.on('disconnect', () => process.exit(0));
