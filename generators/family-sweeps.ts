// Sweeps about the instruction family, apart from those of the default run.
import { sweep, type Sweep } from './any';
import type { ScenarioKind } from './scenario';
import { solHistories } from './sol-history';
import { anyTables, largePlans } from './tables/any';

const SOL_KINDS: readonly ScenarioKind[] = [
  'sol-compress',
  'sol-transfer',
  'sol-decompress',
  'sol-write',
  'sol-execute',
  'sol-at-once',
];

const ADDRESS_KINDS: readonly ScenarioKind[] = [
  'address-direct',
  'address-assigning',
  'address-context',
  'address-noting',
  'address-write',
];

const TOKEN_KINDS: readonly ScenarioKind[] = [
  'token-transfer',
  'token-compress',
  'token-decompress',
  'token-first',
  'token-between',
  'token-last',
];

export const FAMILY_SWEEPS: readonly Sweep[] = [
  {
    id: 'cpi-guide/tables',
    area: 'cpi-guide',
    title:
      'Call graphs whose accounts come out of lookup tables, good and bad ones, do just what the runtime lets them',
    make: anyTables,
  },
  {
    id: 'cpi-guide/large-calls',
    area: 'cpi-guide',
    title: 'InvokeCpi with more accounts than a packet holds gets just the expected errors',
    make: largePlans,
  },
  {
    id: 'token/any',
    area: 'token',
    title:
      'Mints, transfers and shared contexts of the token program, wrong in up to three ways, get just the expected errors',
    make: (fences) => sweep(fences, { edits: 3, reorders: 0, kinds: TOKEN_KINDS }),
  },
  {
    id: 'sol/any',
    area: 'sol',
    title: 'Plans that move SOL, right or wrong in up to three ways, get just the expected errors',
    make: (fences) => sweep(fences, { edits: 3, reorders: 0, kinds: SOL_KINDS }),
  },
  {
    id: 'addresses/any',
    area: 'addresses',
    title: 'New addresses and addresses of outputs, wrong in up to three ways, get just the expected errors',
    make: (fences) => sweep(fences, { edits: 3, reorders: 0, kinds: ADDRESS_KINDS }),
  },
  {
    id: 'sol/histories',
    area: 'sol',
    title:
      'However SOL is compressed, split, merged and decompressed, the pool holds what unspent accounts hold',
    make: () => solHistories,
  },
];
