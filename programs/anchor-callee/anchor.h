// What Anchor's macros expand to, as far as our programs with Anchor's ABI need it: accounts, checks, and errors told in the log.
typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long long u64;

// Solana's C interface: layouts and syscalls as the runtime defines them.
typedef struct { const u8 *key; u64 *lamports; u64 data_len; u8 *data; const u8 *owner; u64 rent_epoch;
                 u8 is_signer, is_writable, executable; } AccountInfo;
typedef struct { const u8 *key; u8 is_writable, is_signer; } AccountMeta;
typedef struct { const u8 *program; AccountMeta *metas; u64 metas_len; const u8 *data; u64 data_len; } Instruction;
typedef struct { const u8 *at; u64 len; } Bytes; // also a signer seed
typedef struct { const Bytes *seeds; u64 len; } Signer;
u64 sol_invoke_signed_c(const Instruction *, const AccountInfo *, u64 infos_len, const Signer *, u64 signers_len);
u64 sol_try_find_program_address(const Bytes *seeds, u64 len, const u8 *program, u8 *address, u8 *bump);
void sol_log_(const u8 *, u64 len);

#define INLINED static inline __attribute__((always_inline))
#ifndef MAX_INFOS
#define MAX_INFOS 8
#endif
enum { KEY_WORDS = 4, REALLOC_SPACE = 10240, DISCRIMINATOR = 8 };

// Room at the start of the heap for a log line, and behind it for the accounts.
#define LINE ((volatile u64 *)0x300000000ull)
#define INFOS ((AccountInfo *)0x300000200ull)

// Only code is linked, no data: a string becomes numbers, eight characters each.
#define AT(s, i) ((i) < sizeof(s) - 1 ? (u64)(u8)(s)[(i) < sizeof(s) ? (i) : 0] << (8 * ((i) % 8)) : 0)
#define WORD(s, k) (AT(s, 8 * (k)) | AT(s, 8 * (k) + 1) | AT(s, 8 * (k) + 2) | AT(s, 8 * (k) + 3) | \
                    AT(s, 8 * (k) + 4) | AT(s, 8 * (k) + 5) | AT(s, 8 * (k) + 6) | AT(s, 8 * (k) + 7))
#define PUT(s, k) LINE[k] = WORD(s, k)
#define PUT8(s, k) PUT(s, k), PUT(s, k + 1), PUT(s, k + 2), PUT(s, k + 3), PUT(s, k + 4), PUT(s, k + 5), PUT(s, k + 6), PUT(s, k + 7)
#define LOG(s) (PUT8(s, 0), PUT8(s, 8), PUT8(s, 16), sol_log_((const u8 *)LINE, sizeof(s) - 1))

// Anchor's line for an error, which its clients decode, and the number.
#define FAIL(name, number, message) \
  return LOG("AnchorError occurred. Error Code: " name ". Error Number: " #number ". Error Message: " message "."), number
#define FAIL_OF(account, name, number, message) \
  return LOG("AnchorError caused by account: " account ". Error Code: " name ". Error Number: " #number ". Error Message: " message "."), number

typedef struct { u64 infos_len; const u8 *data; u64 data_len; const u8 *program_id; } Input;

INLINED u64 word(const u8 *at) { return *(const u64 *)at; }

INLINED u8 same_key(const u8 *a, const u8 *b) {
  return word(a) == word(b) && word(a + 8) == word(b + 8) && word(a + 16) == word(b + 16) && word(a + 24) == word(b + 24);
}

// Accounts in the order of the list; one that is listed twice is the same account.
INLINED Input read_input(u8 *input) {
  u64 len = *(u64 *)input;
  u8 *at = input + 8;
  for (u64 i = 0; i < len && i < MAX_INFOS; i++) {
    if (*at != 0xff) {
      INFOS[i] = INFOS[*at];
      at += 8;
      continue;
    }
    u64 data_len = *(u64 *)(at + 80);
    u8 *after = (u8 *)(((u64)at + 88 + data_len + REALLOC_SPACE + 7) & ~7ull);
    INFOS[i] = (AccountInfo){at + 8, (u64 *)(at + 72), data_len, at + 88, at + 40, *(u64 *)after, at[1], at[2], at[3]};
    at = after + 8;
  }
  return (Input){len < MAX_INFOS ? len : MAX_INFOS, at + 8, *(u64 *)at, at + 8 + *(u64 *)at};
}

// The first 8 bytes of sha256("account:DataAccount"), as a little-endian number.
static const u64 DATA_ACCOUNT = 0xe912074c9eb6f055ull;

INLINED u8 is_zero(const u8 *key) { return !(word(key) | word(key + 8) | word(key + 16) | word(key + 24)); }

// Account<'info, DataAccount>: there, of the program, of the type, long enough.
INLINED u64 check_data_account(const AccountInfo *info, const u8 *owner) {
  if (is_zero(info->owner) && !*info->lamports)
    FAIL_OF("data_account", "AccountNotInitialized", 3012, "The program expected this account to be already initialized");
  if (!same_key(info->owner, owner))
    FAIL_OF("data_account", "AccountOwnedByWrongProgram", 3007, "The given account is owned by a different program than expected");
  if (info->data_len < DISCRIMINATOR)
    FAIL_OF("data_account", "AccountDiscriminatorNotFound", 3001, "No 8 byte discriminator was found on the account");
  if (word(info->data) != DATA_ACCOUNT)
    FAIL_OF("data_account", "AccountDiscriminatorMismatch", 3002, "8 byte discriminator did not match what was expected");
  if (info->data_len < DISCRIMINATOR + 8)
    FAIL_OF("data_account", "AccountDidNotDeserialize", 3003, "Failed to deserialize the account");
  return 0;
}

INLINED u64 check_signer(const AccountInfo *info) {
  if (!info->is_signer) FAIL_OF("user", "AccountNotSigner", 3010, "The given account did not sign");
  return 0;
}

INLINED u64 check_mut(const AccountInfo *info) {
  if (!info->is_writable) FAIL_OF("data_account", "ConstraintMut", 2000, "A mut constraint was violated");
  return 0;
}

INLINED u64 not_enough_accounts(void) {
  FAIL("AccountNotEnoughKeys", 3005, "Not enough account keys given to the instruction");
}
