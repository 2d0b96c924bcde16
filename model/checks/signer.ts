// When an invocation violates the three-part signer check.
import type { KeyRole } from '../../spec/world';
import type { Checks } from '../check';
import { authorityOf, slot, type View } from '../view';

const invokingProgram = (view: View): KeyRole | undefined => slot(view, 'invoking_program')?.key;

export const SIGNER_CHECKS: Checks = {
  'signer-checks/authority-is-pda': (view) => {
    const program = invokingProgram(view);
    return program !== undefined && slot(view, 'authority')?.key !== authorityOf(program);
  },
  'signer-checks/impersonation': (view) => {
    const program = invokingProgram(view);
    return (
      program !== undefined &&
      program !== `program:${view.caller}` &&
      slot(view, 'authority')?.key === authorityOf(program) &&
      slot(view, 'authority')?.signer === false
    );
  },
  'signer-checks/delegated-authority': (view) => {
    const program = invokingProgram(view);
    return (
      program !== undefined &&
      program !== `program:${view.caller}` &&
      slot(view, 'authority')?.key === authorityOf(program) &&
      slot(view, 'authority')?.signer === true
    );
  },
  'signer-checks/input-owner': (view) => {
    const program = invokingProgram(view);
    return program !== undefined && view.own.inputs.some((input) => input.owner !== program);
  },
  'signer-checks/output-owner-with-data': (view) => {
    const program = invokingProgram(view);
    return (
      program !== undefined &&
      view.own.outputs.some((output) => output.data !== null && output.owner !== program)
    );
  },
  'signer-checks/output-owner-without-data-free': (view) =>
    view.own.outputs.some((output) => output.data === null && output.owner !== invokingProgram(view)),
  'signer-checks/program-owned-needs-data': (view) =>
    view.own.outputs.some((output) => output.data === null && output.owner === invokingProgram(view)),
};
