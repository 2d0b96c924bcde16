// A worker process: opens the engine and runs the claims that the command sends.
import { compileLater } from '../harness/compile-later';
import { openEngine } from './engine';
import type { Request } from './protocol';
import { serve } from './serve';

compileLater();
const handle = serve(openEngine);

process.on('message', (request) => {
  void handle(request as Request).then((reply) => process.send?.(reply));
});
// The command decides what an interrupt means, and stops its workers.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(0));
