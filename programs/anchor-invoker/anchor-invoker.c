// A caller of InvokeCpi with Anchor's ABI: checks its accounts, wraps the serialized argument, signs with its cpi_authority.
#define MAX_INFOS 64
#include "../anchor-callee/anchor.h"

void sol_memcpy_(u8 *to, const u8 *from, u64 len);

// The first 8 bytes of sha256("global:invoke_cpi") as a little-endian number: the same as those of InvokeCpi itself.
static const u64 INVOKE_CPI = 0xc42bc22781bfd431ull;
enum { FEE_PAYER, AUTHORITY, REGISTERED, NOOP, COMPRESSION_AUTHORITY, COMPRESSION, SELF, SOL_POOL, RECIPIENT,
       SYSTEM, CONTEXT, LIGHT_SYSTEM, REMAINING };
enum { HEAD = DISCRIMINATOR + 4, DATA_ROOM = 0x5000 };

// Behind the accounts on the heap: those of the CPI, and its data.
#define METAS ((AccountMeta *)0x300001000ull)
#define CPI_DATA ((u8 *)0x300002000ull)

// SySTEM1eSU2p4BGQfQpimFEWWSC1XDFeun3Nqzz3rT7.
INLINED void put_light_system(u64 *id) {
  volatile u64 *to = id;
  to[0] = 0x4d053921f855a706ull, to[1] = 0xcf30c4f05ab12444ull, to[2] = 0x12da3a79987f4b2full, to[3] = 0xcecbc666368fd452ull;
}

// "cpi_authority", as two numbers.
INLINED Bytes put_seed(u64 *room) {
  volatile u64 *to = room;
  to[0] = WORD("cpi_authority", 0), to[1] = WORD("cpi_authority", 1);
  return (Bytes){(u8 *)room, sizeof("cpi_authority") - 1};
}

INLINED u64 check_fee_payer(void) {
  if (!INFOS[FEE_PAYER].is_signer) FAIL_OF("fee_payer", "AccountNotSigner", 3010, "The given account did not sign");
  if (!INFOS[FEE_PAYER].is_writable) FAIL_OF("fee_payer", "ConstraintMut", 2000, "A mut constraint was violated");
  return 0;
}

INLINED u64 check_light_system(const u64 *id) {
  if (!same_key(INFOS[LIGHT_SYSTEM].key, (const u8 *)id))
    FAIL_OF("light_system_program", "InvalidProgramId", 3008, "Program ID was not as expected");
  return 0;
}

INLINED u64 check_authority(Input in, const Bytes *seeds, u8 *bump) {
  u64 pda[KEY_WORDS];
  if (sol_try_find_program_address(seeds, 1, in.program_id, (u8 *)pda, bump) || !same_key((u8 *)pda, INFOS[AUTHORITY].key))
    FAIL_OF("cpi_authority", "ConstraintSeeds", 2006, "A seeds constraint was violated");
  return 0;
}

INLINED u64 check_remaining(Input in) {
  if (in.infos_len == REMAINING) FAIL("NoTrees", 6000, "Name the trees and queues as remaining accounts");
  return 0;
}

// An optional account that is left out: Anchor's clients name the program that they call, the system program expects its own id.
INLINED AccountMeta optional(u64 at, const Input *in, const u64 *light_system) {
  if (same_key(INFOS[at].key, in->program_id)) return (AccountMeta){(const u8 *)light_system, 0, 0};
  return (AccountMeta){INFOS[at].key, 1, 0};
}

INLINED u64 put_metas(const Input *in, const u64 *light_system) {
  METAS[FEE_PAYER] = (AccountMeta){INFOS[FEE_PAYER].key, 1, 1};
  METAS[AUTHORITY] = (AccountMeta){INFOS[AUTHORITY].key, 0, 1};
  for (u64 i = REGISTERED; i < SOL_POOL; i++) METAS[i] = (AccountMeta){INFOS[i].key, 0, 0};
  METAS[SOL_POOL] = optional(SOL_POOL, in, light_system);
  METAS[RECIPIENT] = optional(RECIPIENT, in, light_system);
  METAS[SYSTEM] = (AccountMeta){INFOS[SYSTEM].key, 0, 0};
  METAS[CONTEXT] = optional(CONTEXT, in, light_system);
  for (u64 i = REMAINING; i < in->infos_len; i++)
    METAS[i - 1] = (AccountMeta){INFOS[i].key, INFOS[i].is_writable, INFOS[i].is_signer};
  return in->infos_len - 1;
}

INLINED u64 put_data(const Input *in) {
  u64 len = in->data_len - DISCRIMINATOR;
  *(u64 *)CPI_DATA = INVOKE_CPI;
  *(u32 *)(CPI_DATA + DISCRIMINATOR) = (u32)len;
  sol_memcpy_(CPI_DATA + HEAD, in->data + DISCRIMINATOR, len);
  return HEAD + len;
}

u64 entrypoint(u8 *input) {
  Input in = read_input(input);
  if (in.data_len < DISCRIMINATOR) FAIL("InstructionMissing", 100, "8 byte instruction identifier not provided");
  if (word(in.data) != INVOKE_CPI) FAIL("InstructionFallbackNotFound", 101, "Fallback functions are not supported");
  if (in.data_len > DATA_ROOM)
    FAIL("InstructionDidNotDeserialize", 102, "The program could not deserialize the given instruction");
  if (in.infos_len < REMAINING) return not_enough_accounts();
  u64 light_system[KEY_WORDS], room[2], error;
  u8 bump = 0;
  Bytes seeds[2] = {put_seed(room), {&bump, 1}};
  put_light_system(light_system);
  if ((error = check_fee_payer()) || (error = check_authority(in, seeds, &bump))) return error;
  if ((error = check_light_system(light_system)) || (error = check_remaining(in))) return error;
  Signer signer = {seeds, 2};
  Instruction call = {(const u8 *)light_system, METAS, put_metas(&in, light_system), CPI_DATA, put_data(&in)};
  return sol_invoke_signed_c(&call, INFOS, in.infos_len, &signer, 1);
}
