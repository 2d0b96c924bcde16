// A compiled program made ready for traces, without any validator.
import { flowOf } from '../sbpf/blocks';
import { readCode } from '../sbpf/code';
import { readElf } from '../sbpf/elf';
import { converterOf } from '../sbpf/raise-sites';
import { tracedProgram, type Traced } from './reach';

/**
 * The control flow of a compiled program; `numbers` are those of its errors.
 * @throws InputError for a file that cannot be read.
 */
export function tracedElf(bytes: Buffer, numbers: ReadonlySet<number>): Traced {
  const flow = flowOf(readCode(readElf(bytes, 'The program whose coverage is asked for')));
  return tracedProgram(flow, converterOf(flow, numbers));
}
