// Loads one version of the SDK in a process of its own and runs the lines that it is sent.
import { createRequire } from 'node:module';

const SDK = '@lightprotocol/stateless.js';
/** In front of the name that a whole module is imported under. */
const WHOLE = '* as ';
const [entry] = process.argv.slice(2);
const require = createRequire(entry);
/**
 * The hasher that the SDK is handed, and the coder that reads its interface description, need not come with it: newer
 * versions bundle the coder. Any other library that it lacks is its own fault.
 */
const LENT = ['poseidon-lite', '@coral-xyz/anchor'];
const own = createRequire(import.meta.url);

function load(module) {
  try {
    return require(module);
  } catch (error) {
    const isAbsent = error.code === 'MODULE_NOT_FOUND' && error.message.includes(`'${module}'`);
    if (!LENT.includes(module) || !isAbsent) throw error;
    return own(module);
  }
}

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
