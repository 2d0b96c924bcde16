// What is said of a version whose process ends or hangs is what happened to it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judge } from './check';
import { openSpeaker } from './speaker';
import type { Snippet, Verdict } from './types';

const root = mkdtempSync(join(tmpdir(), 'speaker-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const snippet: Snippet = { from: { '@lightprotocol/stateless.js': [] }, lines: [], result: "''" };

/** Of a version whose main file is `source`, the verdicts on the same question asked so many times. */
async function verdicts(source: string, times: number): Promise<readonly Verdict[]> {
  const entry = join(root, 'index.cjs');
  writeFileSync(entry, source);
  const speaker = openSpeaker(entry, 1_000);
  const other = () => Promise.reject(new Error('it answered'));
  const made: Verdict[] = [];
  for (let time = 0; time < times; time += 1) {
    const [answer] = await speaker.ask([snippet]);
    made.push(await judge({ said: snippet, expected: 'x', other }, answer ?? null));
  }
  speaker.close();
  return made;
}

it('A version that hangs did not answer in time, and is not asked for ever', async () => {
  const [first, ...later] = await verdicts('for (;;);', 3);
  expect(first).toMatchObject({ outcome: 'broken', why: 'its process did not answer within 1 s' });
  expect(later.at(-1)?.why).toBe('its process ended or hung too often to be asked again');
});

it.each([
  ['process.exit(7)', 'its process ended (exit code 7)'],
  ["process.kill(process.pid, 'SIGKILL')", 'its process ended (SIGKILL)'],
])('A version that ends has ended: %s', async (source, why) => {
  expect((await verdicts(source, 1))[0]).toMatchObject({ outcome: 'broken', why });
});
