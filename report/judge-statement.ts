// Judges what a refused proof should have proven, as the program logs it, against what was seen before.
import type { Raised, TransactionOutcome } from '../spec/outcome';
import type { ExpectedStatement } from '../spec/prediction';

const NAMES = {
  hashes: 'hashes of the inputs',
  roots: 'roots of the inputs',
  addresses: 'new addresses',
  addressRoots: 'roots of the new addresses',
} as const;
const PARTS = ['hashes', 'roots', 'addresses', 'addressRoots'] as const;

/** A failed verification, which logs. */
const FAILED_VERIFICATION = 6043;

type Seen = Pick<TransactionOutcome, 'derived'> & {
  readonly raised: Pick<Raised, 'program' | 'code' | 'error'> | null;
};

/** Of a refusal that logs nothing: whether it is one that always did. */
const otherRefusal = ({ mustLog }: ExpectedStatement, { raised }: Seen): string | null =>
  !mustLog || raised === null || (raised.program === 'light-system' && raised.code === FAILED_VERIFICATION)
    ? null
    : `what the proof should have proven is not told: the program answers ${raised.code ?? raised.error}, observed before: ${FAILED_VERIFICATION}`;

/** One sentence naming the first part that is not as it was observed to be; null where nothing is expected or was cut. */
export function statementProblem(expected: ExpectedStatement | undefined, seen: Seen): string | null {
  const { derived } = seen;
  if (expected === undefined) return null;
  if (derived === undefined) return otherRefusal(expected, seen);
  if (derived === null)
    return expected.mustLog ? 'the refused proof is not answered with what it should have proven' : null;
  for (const part of PARTS) {
    const [wanted, found] = [expected[part], derived[part]];
    const at = wanted.findIndex((one, i) => one !== null && one !== found[i]);
    if (at >= 0 || wanted.length !== found.length)
      return `a proof is to prove other ${NAMES[part]}: ${found.join(', ') || 'none'}, observed before: ${wanted.map((one) => one ?? 'any').join(', ') || 'none'}`;
  }
  return null;
}
