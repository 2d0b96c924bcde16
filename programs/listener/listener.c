// Stands in for the system program: logs who and what it is handed, accounts with their flags and data, and succeeds.
#include "../input.h"

enum { MAX_ACCOUNTS = 128, ENTRY = KEY + 1, TOO_MANY_ACCOUNTS = 0xC0DE31, SIGNER = 1, WRITABLE = 2 };

// Takes an account that is listed for the first time, as its flags and its key; returns where the next one starts.
static inline __attribute__((always_inline)) const u8 *take_account(const u8 *at, u8 *entry) {
  u64 data_len = *(const u64 *)(at + DATA_LEN_AT);
  entry[0] = (at[1] ? SIGNER : 0) | (at[2] ? WRITABLE : 0);
  sol_memcpy_(entry + 1, at + KEY_AT, KEY);
  return behind_account(at, data_len);
}

u64 entrypoint(const u8 *input) {
  u64 len = *(const u64 *)input;
  const u8 *at = input + 8;
  if (len > MAX_ACCOUNTS) return TOO_MANY_ACCOUNTS;
  for (u64 i = 0; i < len; i++) {
    u8 *entry = heap + i * ENTRY;
    if (*at == FIRST_LISTED) {
      at = take_account(at, entry);
      continue;
    }
    sol_memcpy_(entry, heap + *at * ENTRY, ENTRY); // a duplicate names the earlier position it repeats
    at += 8;
  }
  Bytes fields[2] = {{heap, len * ENTRY}, {at + 8, *(const u64 *)at}};
  sol_log_data(fields, 2);
  return 0;
}
