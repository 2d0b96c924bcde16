// The recording program: logs the instruction data that it is handed and its accounts' keys, and succeeds.
#include "../input.h"

enum { MAX_ACCOUNTS = 64, TOO_MANY_ACCOUNTS = 0xC0DE21 };

// Copies the key of an account that is listed for the first time; returns where the next one starts.
static inline __attribute__((always_inline)) const u8 *take_account(const u8 *at, u8 *key) {
  u64 data_len = *(const u64 *)(at + DATA_LEN_AT);
  sol_memcpy_(key, at + KEY_AT, KEY);
  return behind_account(at, data_len);
}

u64 entrypoint(const u8 *input) {
  u64 len = *(const u64 *)input;
  const u8 *at = input + 8;
  if (len > MAX_ACCOUNTS) return TOO_MANY_ACCOUNTS;
  for (u64 i = 0; i < len; i++) {
    u8 *key = heap + i * KEY;
    if (*at == FIRST_LISTED) {
      at = take_account(at, key);
      continue;
    }
    sol_memcpy_(key, heap + *at * KEY, KEY); // a duplicate names the earlier position it repeats
    at += 8;
  }
  Bytes fields[2] = {{at + 8, *(const u64 *)at}, {heap, len * KEY}};
  sol_log_data(fields, 2);
  return 0;
}
