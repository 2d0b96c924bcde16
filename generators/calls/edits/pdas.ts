// Edits about PDAs: signed for by their own program, by another one, and with other seeds than theirs.
import fc from 'fast-check';
import type { SeedFlaw } from '../../../spec/call';
import { CALLERS, type CallerName, type KeyRole } from '../../../spec/world';
import type { Edit } from '../../edit';
import { changing, editsAt, NESTED, type AtPath } from '../change';
import { addAlong, changeAt, plainMeta, stackAt, withStep } from '../tree';

const EDIT = 'edit';
/** As long as a seed can be, and as many as there can be beside the bump. */
const LONGEST = 'x'.repeat(32);
const MANIEST = Array.from({ length: 15 }, (_, at) => at).join('/');

const pdaOf = (program: KeyRole, seeds = EDIT): KeyRole => {
  const name: CallerName = CALLERS.find((caller) => program === `program:${caller}`) ?? 'A';
  return `pda:${name}:${seeds}`;
};

/** The caller signs in its call for a PDA: its own, or that of a program some places further. */
const signing =
  (further: number, seeds = EDIT): AtPath =>
  (call, path) => {
    const caller = stackAt(call, path).at(-2) ?? 'program:A';
    const at = CALLERS.findIndex((name) => caller === `program:${name}`);
    const pda = pdaOf(`program:${CALLERS[(at + further) % CALLERS.length] ?? 'A'}`, seeds);
    const listed = addAlong(call, path, (depth) => plainMeta(pda, { signer: depth === path.length }));
    return changeAt(listed, path, (frame) => ({
      ...withStep(frame, { kind: 'require', account: pda }),
      signers: [...('signers' in frame ? (frame.signers as readonly { pda: KeyRole }[]) : []), { pda }],
    }));
  };

const flawed = (flaw: SeedFlaw): AtPath =>
  changing(({ signers = [] }) => ({
    signers: signers.map((signer) => (signer.pda.endsWith(':edit') ? { ...signer, flaw } : signer)),
  }));

const unsigned: AtPath = changing(({ signers = [] }) => ({
  signers: signers.filter(({ pda }) => !pda.endsWith(':edit')),
}));

const own = signing(0);
/** The same PDA under another program's name, wherever it stands in the graph. */
const ofAnother =
  (further: number): AtPath =>
  (call, path) => {
    const caller = stackAt(call, path).at(-2) ?? 'program:A';
    const at = CALLERS.findIndex((name) => caller === `program:${name}`);
    const other = pdaOf(`program:${CALLERS[(at + further) % CALLERS.length] ?? 'A'}`);
    return JSON.parse(
      JSON.stringify(call, (_, value: unknown) => {
        if (typeof value === 'bigint') return `bigint:${value}`;
        return value === pdaOf(caller) ? other : value;
      }),
      (_, value: unknown) =>
        typeof value === 'string' && value.startsWith('bigint:')
          ? BigInt(value.slice('bigint:'.length))
          : value,
    ) as typeof call;
  };

const flaw = (name: SeedFlaw) => ({ prepare: own, change: fc.constant(flawed(name)) });

export const PDA_EDITS: readonly Edit[] = [
  ...editsAt('pda-signs', NESTED, {
    change: fc.constantFrom(own, signing(0, LONGEST), signing(0, MANIEST)),
  }),
  ...editsAt('pda-of-other-program', NESTED, {
    prepare: own,
    change: fc.integer({ min: 1, max: CALLERS.length - 1 }).map(ofAnother),
  }),
  ...editsAt('pda-other-seeds', NESTED, flaw('seed')),
  ...editsAt('pda-other-seeds', NESTED, flaw('long-seed')),
  ...editsAt('pda-other-seeds', NESTED, flaw('many-seeds')),
  ...editsAt('pda-other-bump', NESTED, flaw('bump')),
  ...editsAt('signer-escalation', NESTED, { prepare: own, change: fc.constant(unsigned) }),
];
