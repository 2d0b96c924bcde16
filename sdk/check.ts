// What a check is: arbitrary cases, each of which asks a version of the SDK for a text and knows what it should be.
import type fc from 'fast-check';
import type { Dialect } from './dialect';
import type { Said } from './say-invoke';
import type { Answer, Outcome, Verdict } from './types';
import type { World } from './world';

/** One case in one version's dialect. */
export type Asked = {
  readonly said: Said;
  /** What the snippet prints where the SDK speaks the program's language. */
  readonly expected: string;
  /** What another text comes to. */
  readonly other: (printed: string) => Promise<{ readonly outcome: Outcome; readonly why: string }>;
  /** Whether the case says anything: what ours says is accepted. Left out: nothing is sent. */
  readonly counts?: () => Promise<boolean>;
};

/** What is asked may first have to be seen on the program. */
export type Case = (dialect: Dialect) => Asked | Promise<Asked>;

/** A row of the catalogue. */
export type Check = {
  readonly id: string;
  /** What is so where the SDK speaks the program's language. */
  readonly says: string;
  readonly cases: 'one' | 'many';
  readonly make: (world: World) => fc.Arbitrary<Case>;
  /** Why a version is not asked about a version of the programs; null where it is. */
  readonly skips?: (dialect: Dialect, program: string) => string | null;
};

/** A message without the values that make it unlike its siblings. */
const general = (message: string): string => message.split('\n')[0]?.replaceAll(/-?\d[\d_,.]*/g, '#') ?? '';

const inexpressible = (why: string, asked: Asked): Verdict => ({
  outcome: 'inexpressible',
  why,
  snippet: 'cannot' in asked.said ? null : asked.said,
  expected: asked.expected,
  printed: why,
});

/** What an answer comes to. */
export async function judge(asked: Asked, answer: Answer | null): Promise<Verdict> {
  const { said, expected } = asked;
  if ('cannot' in said || answer === null)
    return inexpressible('cannot' in said ? said.cannot : 'it was not asked', asked);
  const about = { snippet: said, expected };
  if (answer.kind === 'dead')
    return { ...about, outcome: 'broken', why: `its process ${answer.reason}`, printed: '' };
  if (answer.kind === 'missing') return inexpressible(`it does not export ${answer.name}`, asked);
  if (answer.kind === 'threw') return inexpressible(`it throws: ${general(answer.message)}`, asked);
  const printed = answer.value;
  if (printed === expected) return { ...about, outcome: 'same', why: '', printed };
  return { ...about, ...(await asked.other(printed)), printed };
}
