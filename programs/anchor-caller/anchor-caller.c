// CPI_GUIDE.md's caller_program: proxy_call passes the user's signature on, pda_signed_call signs with a PDA of its own.
#include "../anchor-callee/anchor.h"

// The first 8 bytes of sha256("global:" and the instruction's name), as little-endian numbers.
static const u64 PROXY_CALL = 0xd424cd8122a61bc5ull, PDA_SIGNED_CALL = 0xd47c065711ccb379ull,
                 DO_SOMETHING = 0x52ed17b82a13fd94ull;
enum { DATA, SIGNER, CALLEE, ACCOUNTS };

// Our callee's address, 3vNaRucLvYcymvNZBxrE2PmVcuzrQyhXubwYTdNQPfiN.
INLINED void put_callee(u64 *id) {
  volatile u64 *to = id;
  to[0] = 0x3f6327559f8d632bull, to[1] = 0x5912f227c469efabull, to[2] = 0xf72f33a9f4d10f84ull, to[3] = 0xb7a323acba71543bull;
}

// "my-pda-seed", as two numbers.
INLINED Bytes put_seed(u64 *room) {
  volatile u64 *to = room;
  to[0] = WORD("my-pda-seed", 0), to[1] = WORD("my-pda-seed", 1);
  return (Bytes){(u8 *)room, sizeof("my-pda-seed") - 1};
}

INLINED u64 check_callee(const AccountInfo *info, const u64 *callee) {
  if (!same_key(info->key, (const u8 *)callee))
    FAIL_OF("callee_program", "InvalidProgramId", 3008, "Program ID was not as expected");
  if (!info->executable) FAIL_OF("callee_program", "InvalidProgramExecutable", 3009, "Program account is not executable");
  return 0;
}

INLINED u64 check_accounts(Input in, const u64 *callee, u8 with_user) {
  if (in.infos_len <= DATA) return not_enough_accounts();
  u64 error = check_data_account(&INFOS[DATA], (const u8 *)callee);
  if (error) return error;
  if (in.infos_len <= SIGNER) return not_enough_accounts();
  if (with_user && (error = check_signer(&INFOS[SIGNER]))) return error;
  if (in.infos_len <= CALLEE) return not_enough_accounts();
  if ((error = check_callee(&INFOS[CALLEE], callee))) return error;
  return check_mut(&INFOS[DATA]);
}

// do_something of the callee, with the same number.
INLINED u64 call(Input in, const u64 *callee, const Signer *signers, u64 signers_len) {
  u64 data[2] = {DO_SOMETHING, word(in.data + DISCRIMINATOR)};
  AccountMeta metas[2] = {{INFOS[DATA].key, 1, 0}, {INFOS[SIGNER].key, 0, 1}};
  Instruction instruction = {(const u8 *)callee, metas, 2, (u8 *)data, sizeof(data)};
  return sol_invoke_signed_c(&instruction, INFOS, in.infos_len, signers, signers_len);
}

INLINED u64 proxy_call(Input in, const u64 *callee) {
  u64 error = check_accounts(in, callee, 1);
  if (error) return error;
  if (!INFOS[SIGNER].is_writable) FAIL_OF("user", "ConstraintMut", 2000, "A mut constraint was violated");
  return call(in, callee, 0, 0);
}

INLINED u64 pda_signed_call(Input in, const u64 *callee) {
  u64 error = check_accounts(in, callee, 0);
  if (error) return error;
  u64 room[2], pda[KEY_WORDS];
  u8 bump = 0;
  Bytes seeds[2] = {put_seed(room), {&bump, 1}};
  if (sol_try_find_program_address(seeds, 1, in.program_id, (u8 *)pda, &bump) || !same_key((u8 *)pda, INFOS[SIGNER].key))
    FAIL_OF("pda_signer", "ConstraintSeeds", 2006, "A seeds constraint was violated");
  Signer signer = {seeds, 2};
  return call(in, callee, &signer, 1);
}

u64 entrypoint(u8 *input) {
  Input in = read_input(input);
  u64 callee[KEY_WORDS];
  put_callee(callee);
  if (in.data_len < DISCRIMINATOR) FAIL("InstructionMissing", 100, "8 byte instruction identifier not provided");
  u64 selected = word(in.data);
  if (selected != PROXY_CALL && selected != PDA_SIGNED_CALL)
    FAIL("InstructionFallbackNotFound", 101, "Fallback functions are not supported");
  if (in.data_len < DISCRIMINATOR + 8)
    FAIL("InstructionDidNotDeserialize", 102, "The program could not deserialize the given instruction");
  return selected == PROXY_CALL ? proxy_call(in, callee) : pda_signed_call(in, callee);
}
