// Tests of how mutants are counted, written and told.
import { schemaParser } from '../schema';
import schema from '../mutation.schema.json';
import { plain } from '../terminal/paint';
import { writeMutation } from './json';
import { parseKnownMutants } from './known';
import { mutantText } from './mutant-text';
import { mutationText } from './text';
import { row, killed, report, SURVIVOR, APART, EQUIVALENT, ASIDE, survival } from './testing';

describe('A mutation report', () => {
  it('counts crashes, timeouts, unloadable and equivalent mutants apart from the score', () => {
    const rows = [killed('1', 'a/b', 'c/d'), killed('2', 'a/b'), SURVIVOR, ...APART, EQUIVALENT];
    const { score, fates, sampled } = report(rows);
    expect(score).toBeCloseTo(2 / 3);
    expect(sampled).toBe(7);
    expect(fates).toMatchObject({
      killed: 2,
      crash: 1,
      timeout: 1,
      unloadable: 1,
      equivalent: 1,
      survived: 1,
    });
  });

  it('counts what only observed rules notice apart', () => {
    const { score, scoreWithObserved } = report([killed('1', 'a/b'), row('2', 'observed-only')]);
    expect([score, scoreWithObserved]).toEqual([0.5, 1]);
  });

  it('counts every survivor in the first score, and leaves those that are set aside out of the other', () => {
    const rows = [killed('1', 'a/b'), row('2', 'observed-only'), SURVIVOR, ASIDE];
    const found = report(rows);
    expect([found.score, found.scoreWithObserved]).toEqual([0.25, 0.5]);
    expect(found.scoreBesideSetAside).toBeCloseTo(2 / 3);
    expect(found.survivors).toMatchObject({ changed: 1, unused: 1, setAside: 1, untold: 0 });
    const text = mutationText(found, plain).replace(/\s+/g, ' ');
    expect(text.indexOf('Score: 25.0 %')).toBeGreaterThan(0);
    expect(text.indexOf('Held against the goal of 97.0 %: 66.7 %')).toBeGreaterThan(text.indexOf('Score:'));
  });

  it('says which rule notices what nothing else does', () => {
    const { claims } = report([killed('1', 'a/b', 'c/d'), killed('2', 'a/b')]);
    expect(claims).toEqual([
      { claim: 'a/b', kills: 2, alone: 1 },
      { claim: 'c/d', kills: 1, alone: 0 },
    ]);
  });

  it('says so only where every claim was asked of every mutant', () => {
    const part = report([killed('1', 'a/b')], { isWholeMatrix: false });
    expect(part.claims[0]).toEqual({ claim: 'a/b', kills: 1, alone: null });
    expect(mutationText(part, plain)).not.toContain('alone');
    expect(mutationText(report([killed('1', 'a/b')]), plain)).toContain('alone');
    expect(schemaParser(schema)(writeMutation(part), 'mutation.json')).toMatchObject({
      isWholeMatrix: false,
    });
  });

  it('says how many instructions only make text', () => {
    const text = mutationText(report([killed('1', 'a/b')], { textOnly: 3 }), plain);
    expect(text).toMatch(/3\s+instructions\s+of\s+these\s+only\s+make\s+log\s+text/);
  });

  it('fits its schema', () => {
    const used = row('00012:store', 'survived', { survival: survival('used') });
    const text = writeMutation(report([killed('1', 'a/b'), SURVIVOR, used, ASIDE, ...APART, EQUIVALENT]));
    expect(schemaParser(schema)(text, 'mutation.json')).toMatchObject({ formatVersion: 1 });
  });

  it('tells of a survivor where something changed and no rule is about it', () => {
    const text = mutationText(report([killed('1', 'a/b'), SURVIVOR]), plain);
    expect(text).toContain('00010:negate  jeq r1, 0x0, 5  in function_1: survived');
    expect(text).toContain('changed: something changed in case 4 of c/d, and no rule is about it');
    expect(text).toContain('Score: 50.0 % by documented rules');
  });

  it('tells of one mutant which case shows it, and who else noticed', () => {
    const text = mutantText(killed('00010:negate', 'a/b', 'c/d'));
    expect(text).toContain('noticed by a/b in case 1: missing-error, expected 6002, observed accepted');
    expect(text).toContain('and by c/d');
  });
});

it('A known mutant needs a reason', () => {
  const list = { formatVersion: 1, programVersion: '0.28.3', systemProgram: 'a'.repeat(64) };
  const text = JSON.stringify({ ...list, mutants: [{ id: '00010:store', reason: '' }] });
  expect(() => parseKnownMutants(text, 'x.json')).toThrow(
    /x.json: mutants\[0\].reason must be a reason in words/,
  );
});
