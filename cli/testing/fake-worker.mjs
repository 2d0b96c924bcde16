// A worker for the pool's tests: speaks the protocol without an engine, and fails as the claim's name asks for.
import { appendFileSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';

let file;
let beat = 0;
let settings = {};

function note(index) {
  const bytes = Buffer.alloc(8);
  bytes.writeInt32LE(index, 0);
  bytes.writeUInt32LE(++beat, 4);
  writeSync(file, bytes, 0, 8, 0);
}

const done = (value) => process.send({ type: 'done', value });
const programs = { version: 'fake', systemProgram: 'a', accountCompression: 'b', caller: 'c' };

/** The log that `systemProgram` names counts how often a worker was opened. */
function open(request) {
  settings = request.options;
  file = openSync(request.progressFile, 'w');
  const log = settings.systemProgram;
  const before = existsSync(log) ? readFileSync(log, 'utf8').length : 0;
  appendFileSync(log, 'o');
  if (settings.version === 'late' && before === 0) return; // hangs the first time
  if (settings.version === 'dead') process.kill(process.pid, 'SIGKILL');
  if (settings.version === 'bad')
    process.send({ type: 'failed', message: 'No such program.', stack: '', exitCode: 2 });
  else done(programs);
}

const result = (claim) => ({
  claim,
  kind: 'rule',
  requested: 5,
  executed: 5,
  violating: 5,
  twins: 5,
  inconclusive: 0,
  unspecified: 0,
  ownCode: 5,
  leavesVerified: 0,
  matrix: [],
  findings: [],
  exemplar: null,
  seenCodes: [],
  fenced: {},
});

function run({ claim }) {
  note(-1);
  for (let index = 0; index < 5; index++) note(index);
  if (claim.includes('witness')) note(-2);
  if (claim.includes('crash')) process.kill(process.pid, 'SIGSEGV');
  else if (claim.includes('hang')) return;
  else if (claim.includes('throw'))
    process.send({ type: 'failed', message: 'boom', stack: 'stack', exitCode: null });
  else setTimeout(() => done(result(claim)), claim.includes('slow') ? 150 : 1);
}

function mutant({ mutant: { id }, ranges }) {
  note(-1);
  if (id.includes('crash')) process.kill(process.pid, 'SIGSEGV');
  else if (id.includes('hang')) return;
  else if (id.includes('fault'))
    process.send({ type: 'failed', message: 'The validator could not run.', stack: '', exitCode: 3 });
  else done({ id, refusal: null, kills: [], cases: ranges.length, unjudged: [] });
}

function reach({ claim }) {
  note(-1);
  if (claim.includes('crash')) process.kill(process.pid, 'SIGSEGV');
  else done({ claim });
}

process.on('message', (request) => {
  if (request.type === 'open') open(request);
  else if (request.type === 'run') run(request);
  else if (request.type === 'mutant') mutant(request);
  else if (request.type === 'reach') reach(request);
  else if (request.type === 'guided') process.kill(process.pid, 'SIGSEGV');
  else done({ plan: { accounts: [], transactions: [], index: request.index }, twin: null });
});
process.on('disconnect', () => process.exit(0));
