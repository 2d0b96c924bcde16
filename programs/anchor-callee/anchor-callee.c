// CPI_GUIDE.md's callee_program: do_something needs a user's signature and writes a number to a data account.
#include "anchor.h"

// The first 8 bytes of sha256("global:do_something"), as a little-endian number.
static const u64 DO_SOMETHING = 0x52ed17b82a13fd94ull;
enum { DATA, USER, ACCOUNTS };

INLINED u64 check_accounts(Input in) {
  if (in.infos_len <= DATA) return not_enough_accounts();
  u64 error = check_data_account(&INFOS[DATA], in.program_id);
  if (error) return error;
  if (in.infos_len <= USER) return not_enough_accounts();
  error = check_signer(&INFOS[USER]);
  return error ? error : check_mut(&INFOS[DATA]);
}

u64 entrypoint(u8 *input) {
  Input in = read_input(input);
  if (in.data_len < DISCRIMINATOR) FAIL("InstructionMissing", 100, "8 byte instruction identifier not provided");
  if (word(in.data) != DO_SOMETHING) FAIL("InstructionFallbackNotFound", 101, "Fallback functions are not supported");
  if (in.data_len < DISCRIMINATOR + 8)
    FAIL("InstructionDidNotDeserialize", 102, "The program could not deserialize the given instruction");
  u64 error = check_accounts(in);
  if (error) return error;
  LOG("Callee was called");
  *(u64 *)(INFOS[DATA].data + DISCRIMINATOR) = word(in.data + DISCRIMINATOR);
  return 0;
}
