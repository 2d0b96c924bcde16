// A caller as a user may have it: passes its accounts and data on to the system program and signs with its cpi_authority.
// The first byte of its data chooses a mistake, so that tests can show which ones are found.
#define MAX_INFOS 64
#include "../anchor-callee/anchor.h"

void sol_memcpy_(u8 *to, const u8 *from, u64 len);

enum { RIGHT, SWAPS_ACCOUNTS, DROPS_SIGNER, CUTS_DATA, FORGETS_WRITABLE, SWAPS_TREES, NEVER_CALLS, CALLS_TWICE, CHANGES_BYTE,
       ALWAYS_FAILS };
enum { LIGHT_SYSTEM, FIRST };
enum { FEE_PAYER, AUTHORITY, REGISTERED, UNUSED, COMPRESSION_AUTHORITY, FIXED_SLOTS = 11 };
enum { NOT_ENOUGH_ACCOUNTS = 0x1001, OWN_REFUSAL = 0x1002 };

#define METAS ((AccountMeta *)0x300001000ull)
#define CPI_DATA ((u8 *)0x300002000ull)

INLINED void swap(u64 a, u64 b) {
  AccountMeta kept = METAS[a];
  METAS[a] = METAS[b];
  METAS[b] = kept;
}

INLINED void put_metas(u64 len, const u8 *authority) {
  for (u64 i = 0; i < len; i++) {
    const AccountInfo *info = &INFOS[FIRST + i];
    METAS[i] = (AccountMeta){info->key, info->is_writable, info->is_signer || (i == AUTHORITY && same_key(info->key, authority))};
  }
}

INLINED void spoil(u8 mistake, u64 len) {
  if (mistake == SWAPS_ACCOUNTS && len > COMPRESSION_AUTHORITY) swap(REGISTERED, COMPRESSION_AUTHORITY);
  if (mistake == DROPS_SIGNER && len > AUTHORITY) METAS[AUTHORITY].is_signer = 0;
  if (mistake == FORGETS_WRITABLE)
    for (u64 i = FIXED_SLOTS; i < len; i++) METAS[i].is_writable = 0;
  if (mistake == SWAPS_TREES && len > FIXED_SLOTS + 1) swap(FIXED_SLOTS, FIXED_SLOTS + 1);
}

u64 entrypoint(u8 *input) {
  Input in = read_input(input);
  if (in.infos_len < FIRST || in.data_len < 1) return NOT_ENOUGH_ACCOUNTS;
  u8 mistake = in.data[0], bump = 0;
  if (mistake == NEVER_CALLS) return 0;
  if (mistake == ALWAYS_FAILS) return OWN_REFUSAL;
  u64 room[2], authority[KEY_WORDS];
  volatile u64 *seed = room;
  seed[0] = WORD("cpi_authority", 0), seed[1] = WORD("cpi_authority", 1);
  Bytes seeds[2] = {{(u8 *)room, sizeof("cpi_authority") - 1}, {&bump, 1}};
  u64 error = sol_try_find_program_address(seeds, 1, in.program_id, (u8 *)authority, &bump);
  if (error) return error;
  u64 len = in.infos_len - FIRST, data_len = in.data_len - 1;
  put_metas(len, (u8 *)authority);
  spoil(mistake, len);
  sol_memcpy_(CPI_DATA, in.data + 1, data_len);
  if (mistake == CUTS_DATA && data_len) data_len--;
  if (mistake == CHANGES_BYTE && data_len > 20) CPI_DATA[20] ^= 1;
  Signer signer = {seeds, 2};
  Instruction call = {INFOS[LIGHT_SYSTEM].key, METAS, len, CPI_DATA, data_len};
  if (mistake == CALLS_TWICE && (error = sol_invoke_signed_c(&call, INFOS, in.infos_len, &signer, 1))) return error;
  return sol_invoke_signed_c(&call, INFOS, in.infos_len, &signer, 1);
}
