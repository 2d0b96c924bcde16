// Rules of the three-part signer check (INVOKE_CPI.md, Step 3).
import { accepts, code, invokeCpi, rejects, rulesOf } from './make';

export const SIGNER_RULES = rulesOf('signer-checks', {
  'authority-is-pda': {
    statement:
      'The authority is the PDA of the invoking program with the seed `cpi_authority`; otherwise 6002 CpiSignerCheckFailed.',
    expects: code(6002, 'CpiSignerCheckFailed'),
    steps: [2, 3.1],
    sources: [
      invokeCpi('Step 3: CPI Signer Checks', '4b345ca950aa8af2'),
      invokeCpi('Account Validations', 'd8558727f39a158b'),
      invokeCpi('Errors', 'f2ebb34333b56fbe'),
    ],
  },
  impersonation: {
    statement:
      "A program cannot act for another: with another program in slot 6 and that program's authority in slot 1 the call is refused.",
    expects: rejects,
    steps: [2, 3.1],
    sources: [
      invokeCpi('Account Validations', '793747a9d09ef48b'),
      invokeCpi('Account Validations', '9e0e5aded1b21a50'),
    ],
    alsoAllows: [6002],
    note: 'The authority of another program cannot sign here, so the plan passes it unsigned: key and flag of slot 1 and the key of slot 6 are the smallest difference from a valid plan.',
  },
  'delegated-authority': {
    statement:
      "The program in slot 6 itself makes the call: a program that was only handed its caller's signed authority is refused.",
    expects: rejects,
    steps: [2, 3.1],
    sources: [
      invokeCpi('Account Validations', '9e0e5aded1b21a50'),
      invokeCpi('Accounts', '10aeb2f4d3a60993'),
    ],
    alsoAllows: [6002],
    note: 'Program A calls program B and signs with its authority; B calls the system program with A in slot 6. The caller of the system program is B. In slot 6 or slot 1 alone, A would break another rule, so that both tell the plan from a valid one.',
  },
  'input-owner': {
    statement: 'Every input compressed account is owned by the invoking program.',
    expects: rejects,
    steps: [3.2, 3.2],
    sources: [
      invokeCpi('Step 3: CPI Signer Checks', '7557a6b7961b131e'),
      invokeCpi('Key Differences from Invoke', 'bc74a51424a3b90d'),
    ],
    note: 'The documents name no code for this part of the check; 6002 is kept for the authority.',
  },
  'output-owner-with-data': {
    statement: 'Every output that carries data is owned by the invoking program.',
    expects: rejects,
    steps: [3.3, 3.3],
    sources: [invokeCpi('Step 3: CPI Signer Checks', '3dc7a9412ca1d4aa')],
    note: 'The documents name no code for this part of the check.',
  },
  'output-owner-without-data-free': {
    statement: 'An output without data may be owned by anybody but the invoking program.',
    expects: accepts,
    sources: [invokeCpi('Step 3: CPI Signer Checks', '3dc7a9412ca1d4aa')],
  },
  'program-owned-needs-data': {
    statement: 'An output owned by the invoking program carries data.',
    expects: rejects,
    steps: [3, 5],
    sources: [invokeCpi('Key Differences from Invoke', '4a9a2221fbab53ec')],
    note: '"Program-owned" is read as owned by the invoking program. Inputs are left out: one without data can only come from another program.',
  },
});
