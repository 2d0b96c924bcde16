// Models that are wrong on purpose are refuted by the real programs: a rule dropped, for each rule; a pair of codes swapped.
import type { Generated } from '../../generators/breaking';
import type { Backend } from '../../harness/backend';
import { DOCUMENTS, type ModelOptions } from '../../model/options';
import { SIBLING_CAPACITY_RULES } from '../../spec/boundaries';
import { FENCES } from '../../spec/fences';
import type { Area, Rule } from '../../spec/rule';
import { RULES as ALL_RULES } from '../../spec/rules';
import type { VerdictKind } from '../../spec/verdict';
import { askedIn } from '../asked';
import { casesFor, runCase, verdicts, type Recorded } from './collect';
import { openRecordingRunner, openRunner } from './open-runner';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const CASES = 20;
/** These have tests of their own: attempts and call graphs another judge, proofs the version whose proofs there are, tokens longer plans. */
const APART: ReadonlySet<string> = new Set<Area>(['codes', 'proofs', 'cpi-guide', 'token']);
const casesOfClaim = (claim: string): Generated[] => casesFor({ claim, runs: CASES, fences: ALL_FENCES });
const RULES = ALL_RULES.filter(({ area }) => !APART.has(area));

/** Of both siblings. */
const SAME_CAPACITIES = Object.fromEntries(
  SIBLING_CAPACITY_RULES.map((rule) => [
    rule,
    'the rule of limits about the same capacity speaks of any call',
  ]),
);

/**
 * Rules without which this version's programs cannot be told from the documents, and why.
 * Everything else must be refuted.
 */
const EQUIVALENT: Readonly<Record<string, string>> = {
  'instruction-data/no-body': 'the program panics, which is neither a refusal nor acceptance',
  'accounts/at-least-eleven': 'the program panics, which is neither the documented error nor acceptance',
  'invoke/no-body': 'the program panics, which is neither a refusal nor acceptance',
  'invoke/at-least-nine': 'the program panics, which is neither the documented error nor acceptance',
  'accounts/invoking-program-identity': 'another program in slot 6 fails the PDA check with the same code',
  'accounts/invoking-program-missing': '6002 is allowed in the same situation and is what the program raises',
  'modes/write-without-account': '6020 is allowed in the same situation and is what the program raises',
  'modes/already-set': 'the cleared context is allowed in the same situation and is what the program does',
  'effects/dataless-output-from-context':
    'the program hashes such an output as another account, which no model here expects',
  'modes/execute-refuses-unprovable': 'modes/execute-verifies-proof refuses the same: no proof is valid',
  'read-only/invoking-program-slot': 'signer-checks/authority-is-pda says the same of slot 6',
  'read-only/input-owner': 'effects/inputs-nullified refuses the same: there is no such account',
  'read-only/empty-context': 'validation/not-empty-on-execute says the same of any call',
  'read-only/fee-payer-mismatch': 'validation/fee-payer-on-set and -on-execute say the same of any call',
  'read-only/tree-mismatch': 'validation/tree-on-execute says the same of any call',
  'account-info/input-owner': 'effects/inputs-nullified refuses the same: there is no such account',
  'account-info/empty-context': 'validation/not-empty-on-execute says the same of any call',
  'account-info/fee-payer-mismatch': 'validation/fee-payer-on-set and -on-execute say the same of any call',
  'account-info/tree-mismatch': 'validation/tree-on-execute says the same of any call',
  ...SAME_CAPACITIES,
  'read-only/unreadable-root': 'the program panics, which is neither a refusal nor acceptance',
  'read-only/account-misplaced': 'the program panics, which is neither a refusal nor acceptance',
  'read-only/read-index-in-range': 'the program panics, which is neither a refusal nor acceptance',
  'account-info/unreadable-root': 'the program panics, which is neither a refusal nor acceptance',
  'account-info/account-misplaced': 'the program panics, which is neither a refusal nor acceptance',
  'account-info/read-index-in-range': 'the program panics, which is neither a refusal nor acceptance',
  'account-info/context-account-missing': 'modes/write-without-account says the same of any call',
  're-initialization/context-writable': 'the program panics, which is neither a refusal nor acceptance',
  'addresses/v2-queue-free': 'addresses/proof-verified refuses the same with the same code',
  'sol/input-sum-beyond-u64': 'no such inputs exist, so that effects/inputs-nullified refuses them anyhow',
  'validation/deactivated': '6056 stands for the same situation, and the program raises neither',
};

describe('A model without a rule', () => {
  const drawn = new Map<string, { readonly known: Recorded[]; readonly rest: Generated[] }>();
  let real: Backend;
  let recording: Backend;
  beforeAll(async () => {
    real = await openRunner();
    recording = await openRecordingRunner();
  });
  afterAll(() => {
    real.close();
    recording.close();
  });

  const runnerOf = ({ recorded: records }: Rule): Backend => (records === true ? recording : real);

  const asked = (rule: Rule): ModelOptions => askedIn({ id: rule.id, rule }, runnerOf(rule));

  /** The cases of a rule, the first ones run before and each of the others when it is asked for. */
  async function* casesOf(rule: Rule): AsyncIterable<Recorded> {
    const planned = drawn.get(rule.id) ?? { known: [], rest: casesOfClaim(rule.id) };
    drawn.set(rule.id, planned);
    const { known, rest } = planned;
    yield* known;
    for (let [next] = rest; next !== undefined; [next] = rest) {
      const one = await runCase(runnerOf(rule), next);
      rest.shift();
      known.push(one);
      yield one;
    }
  }

  /** Whether a case is judged otherwise without the rule; those behind it are not run any more. */
  const told = async (rule: Rule): Promise<boolean> => {
    const model = asked(rule);
    const dropped = { ...model, dropped: new Set([rule.id]) };
    for await (const one of casesOf(rule))
      if (verdicts([one], model).join() !== verdicts([one], dropped).join()) return true;
    return false;
  };
  const isEquivalent = ({ id }: Rule): boolean => EQUIVALENT[id] !== undefined;

  test.each(RULES.filter((rule) => !isEquivalent(rule)).map((rule) => [rule.id, rule] as const))(
    'is refuted for %s',
    async (_id, rule) => {
      expect(await told(rule)).toBe(true);
    },
  );

  test.each(RULES.filter(isEquivalent).map((rule) => [rule.id, EQUIVALENT[rule.id] ?? '', rule] as const))(
    'cannot be told apart for %s: %s',
    async (_id, _why, rule) => {
      expect(await told(rule)).toBe(false);
    },
  );

  const CODED = [
    'signer-checks/authority-is-pda',
    'modes/context-account-required',
    'validation/fee-payer-on-set',
    'validation/tree-on-execute',
    'validation/not-empty-on-execute',
    'modes/context-data-missing',
  ];
  const pairs = CODED.flatMap((first, at) => CODED.slice(at + 1).map((second) => [first, second] as const));

  const swapped = (first: string, second: string): readonly Rule[] => {
    const expectation = (id: string) => RULES.find((rule) => rule.id === id)?.expects;
    const [one, other] = [expectation(first), expectation(second)];
    const codeOf = (e: typeof one): number | null => (e?.kind === 'rejects' ? e.code : null);
    return RULES.map((rule) => {
      const { expects } = rule;
      if (expects.kind !== 'rejects') return rule;
      if (expects.code === codeOf(one) && other !== undefined) return { ...rule, expects: other };
      if (expects.code === codeOf(other) && one !== undefined) return { ...rule, expects: one };
      return rule;
    });
  };

  test.each(pairs)('with the codes of %s and %s swapped is refuted', async (first, second) => {
    const model = { ...DOCUMENTS, rules: swapped(first, second) };
    for (const rule of RULES.filter(({ id }) => id === first || id === second)) {
      const [right, wrong]: [VerdictKind[], VerdictKind[]] = [[], []];
      for await (const one of casesOf(rule)) {
        right.push(...verdicts([one]));
        wrong.push(...verdicts([one], model));
        if (right.includes('match') && wrong.includes('wrong-code')) break;
      }
      expect(right).toContain('match');
      expect(wrong).toContain('wrong-code');
    }
  });
});
