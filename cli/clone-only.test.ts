// What writes into the project's own files is for clones.
import { onlyInClone } from './clone-only';

it('an installed package refuses with one sentence, a clone goes on', () => {
  expect(() => onlyInClone('baseline update', true)).not.toThrow();
  expect(() => onlyInClone('baseline update', false)).toThrow(
    /^`baseline update` writes into .* clone of the project\.$/,
  );
  expect(() => onlyInClone('proofs', false)).toThrow(expect.objectContaining({ exitCode: 2 }) as Error);
});
