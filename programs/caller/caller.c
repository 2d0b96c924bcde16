// The calling program: carries out, in order, the list of entries in its instruction data (see wire.ts).
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
void sol_log_(const u8 *, u64 len);
void sol_memcpy_(u8 *to, const u8 *from, u64 len);

enum { INVOKE = 0, FAIL = 1, LOG = 2, WRITE = 3, INVOKE_ANY = 4, REQUIRE_SIGNER = 5 };
enum { INLINE = 0, FROM_ACCOUNT = 1 };
enum { MAX_SLOTS = 255, MAX_INFOS = 128, MAX_SIGNERS = 16, MAX_SEEDS = 16,
       TOO_MANY = MAX_SEEDS + 1, BY_KEY = 255, KEY_LEN = 32, REALLOC_SPACE = 10240 };
enum {
  TRUNCATED = 0xC0DE01, TRAILING_BYTES = 0xC0DE02, UNKNOWN_KIND = 0xC0DE03, NO_SUCH_ACCOUNT = 0xC0DE04,
  TOO_MANY_ACCOUNTS = 0xC0DE05, TOO_MANY_SEEDS = 0xC0DE06, UNKNOWN_SOURCE = 0xC0DE07,
  OUTSIDE_ACCOUNT = 0xC0DE08, UNKNOWN_FLAGS = 0xC0DE09
};
static const u64 CUSTOM_ZERO = 1ull << 32; // how a program returns the custom code 0
static const u64 MISSING_REQUIRED_SIGNATURE = 8ull << 32;

// Everything too big for a stack frame lives at the start of the heap.
typedef struct {
  AccountInfo infos[MAX_INFOS]; // each account once
  AccountInfo *slots[MAX_SLOTS]; // each position of the account list, duplicates included
  AccountMeta metas[MAX_SLOTS];
  Bytes seeds[MAX_SIGNERS * TOO_MANY];
  Signer signers[MAX_SIGNERS];
} Heap;
#define heap ((Heap *)0x300000000ull)

// What is left of the instruction data, the number of accounts, and the first error met.
typedef struct { const u8 *at, *end; u64 slots_len, infos_len, error; } State;
#define INLINED static inline __attribute__((always_inline))

INLINED void fail(State *s, u64 error) {
  if (!s->error) s->error = error;
}

INLINED const u8 *take(State *s, u64 len) {
  const u8 *at = s->at;
  if (s->error || (u64)(s->end - at) < len) return fail(s, TRUNCATED), (const u8 *)0;
  s->at += len;
  return at;
}

INLINED u64 take_int(State *s, u64 bytes) {
  const u8 *at = take(s, bytes);
  u64 value = 0;
  if (!at) return 0;
  for (u64 i = 0; i < bytes; i++) value |= (u64)at[i] << (8 * i);
  return value;
}

INLINED AccountInfo *take_account(State *s) {
  u64 index = take_int(s, 1);
  if (index >= s->slots_len) fail(s, NO_SUCH_ACCOUNT);
  return s->error ? 0 : heap->slots[index];
}

INLINED Bytes take_inline(State *s, u64 length_bytes) {
  u64 len = take_int(s, length_bytes);
  return (Bytes){take(s, len), len};
}

static Bytes take_from_account(State *s) {
  AccountInfo *info = take_account(s);
  u64 offset = take_int(s, 4), len = take_int(s, 4);
  if (s->error) return (Bytes){0, 0};
  if (offset + len > info->data_len) return fail(s, OUTSIDE_ACCOUNT), (Bytes){0, 0};
  return (Bytes){info->data + offset, len};
}

INLINED Bytes take_data(State *s) {
  u64 source = take_int(s, 1);
  if (source == INLINE) return take_inline(s, 2);
  if (source == FROM_ACCOUNT) return take_from_account(s);
  return fail(s, UNKNOWN_SOURCE), (Bytes){0, 0};
}

INLINED u64 take_metas(State *s) {
  u64 len = take_int(s, 1);
  for (u64 i = 0; i < len; i++) {
    AccountInfo *info = take_account(s);
    u64 flags = take_int(s, 1);
    if (flags > 3) fail(s, UNKNOWN_FLAGS);
    if (s->error) return 0;
    heap->metas[i] = (AccountMeta){info->key, (flags >> 1) & 1, flags & 1};
  }
  return len;
}

INLINED u64 take_seeds(State *s, Bytes *seeds, u64 max) {
  u64 len = take_int(s, 1);
  if (len > max) fail(s, TOO_MANY_SEEDS);
  for (u64 i = 0; i < len && !s->error; i++) seeds[i] = take_inline(s, 1);
  return len;
}

INLINED u64 take_signers(State *s, u64 max_seeds) {
  u64 len = take_int(s, 1);
  if (len > MAX_SIGNERS) fail(s, TOO_MANY_SEEDS);
  for (u64 i = 0; i < len && !s->error; i++) {
    Bytes *seeds = heap->seeds + i * TOO_MANY;
    heap->signers[i] = (Signer){seeds, take_seeds(s, seeds, max_seeds)};
  }
  return len;
}

INLINED void invoke(State *s) {
  AccountInfo *program = take_account(s);
  u64 metas_len = take_metas(s), signers_len = take_signers(s, MAX_SEEDS);
  Bytes data = take_data(s);
  if (s->error) return;
  Instruction call = {program->key, heap->metas, metas_len, data.at, data.len};
  s->error = sol_invoke_signed_c(&call, heap->infos, s->infos_len, heap->signers, signers_len);
}

// An account by its index, or by an address that need not be in the list.
INLINED const u8 *take_key(State *s) {
  if (s->at < s->end && *s->at == BY_KEY) return take(s, 1), take(s, KEY_LEN);
  AccountInfo *info = take_account(s);
  return info ? info->key : 0;
}

// A CPI that the runtime may have to refuse: accounts that were not passed in, more seeds than there may be.
static void invoke_any(State *s) {
  const u8 *program = take_key(s);
  u64 metas_len = take_int(s, 1);
  for (u64 i = 0; i < metas_len && !s->error; i++) {
    const u8 *key = take_key(s);
    u64 flags = take_int(s, 1);
    if (flags > 3) fail(s, UNKNOWN_FLAGS);
    heap->metas[i] = (AccountMeta){key, (flags >> 1) & 1, flags & 1};
  }
  u64 signers_len = take_signers(s, TOO_MANY);
  Bytes data = take_inline(s, 2);
  if (s->error) return;
  Instruction call = {program, heap->metas, metas_len, data.at, data.len};
  s->error = sol_invoke_signed_c(&call, heap->infos, s->infos_len, heap->signers, signers_len);
}

INLINED void require_signer(State *s) {
  AccountInfo *info = take_account(s);
  if (info && !info->is_signer) fail(s, MISSING_REQUIRED_SIGNATURE);
}

INLINED void fail_with_code(State *s) {
  u64 code = take_int(s, 4);
  fail(s, code ? code : CUSTOM_ZERO);
}

INLINED void log_message(State *s) {
  Bytes message = take_inline(s, 2);
  if (!s->error) sol_log_(message.at, message.len);
}

INLINED void write(State *s) {
  AccountInfo *info = take_account(s);
  u64 offset = take_int(s, 4);
  Bytes bytes = take_inline(s, 2);
  if (s->error) return;
  if (offset + bytes.len > info->data_len) return fail(s, OUTSIDE_ACCOUNT);
  // One byte is stored by the program itself: the runtime has errors of its own for stores that it forbids.
  if (bytes.len == 1) *(volatile u8 *)(info->data + offset) = *bytes.at;
  else sol_memcpy_(info->data + offset, bytes.at, bytes.len);
}

INLINED void run_entry(State *s) {
  u64 kind = take_int(s, 1);
  if (s->error) return;
  if (kind == INVOKE) return invoke(s);
  if (kind == FAIL) return fail_with_code(s);
  if (kind == LOG) return log_message(s);
  if (kind == WRITE) return write(s);
  if (kind == INVOKE_ANY) return invoke_any(s);
  if (kind == REQUIRE_SIGNER) return require_signer(s);
  fail(s, UNKNOWN_KIND);
}

// Reads one account that is listed for the first time; returns where the next one starts.
INLINED u8 *read_account(u8 *at, AccountInfo *info) {
  u64 data_len = *(u64 *)(at + 80);
  u8 *after = (u8 *)(((u64)at + 88 + data_len + REALLOC_SPACE + 7) & ~7ull);
  *info = (AccountInfo){at + 8, (u64 *)(at + 72), data_len, at + 88, at + 40, *(u64 *)after, at[1], at[2], at[3]};
  return after + 8;
}

INLINED u8 *read_accounts(State *s, u8 *input) {
  u64 len = *(u64 *)input;
  u8 *at = input + 8;
  if (len > MAX_SLOTS) return fail(s, TOO_MANY_ACCOUNTS), at;
  for (u64 i = 0; i < len; i++) {
    if (*at != 0xff) { // a duplicate names the earlier position it repeats
      heap->slots[i] = heap->slots[*at];
      at += 8;
      continue;
    }
    if (s->infos_len == MAX_INFOS) return fail(s, TOO_MANY_ACCOUNTS), at;
    heap->slots[i] = heap->infos + s->infos_len++;
    at = read_account(at, heap->slots[i]);
  }
  s->slots_len = len;
  return at;
}

u64 entrypoint(u8 *input) {
  State state = {0, 0, 0, 0, 0};
  u8 *at = read_accounts(&state, input);
  if (state.error) return state.error;
  state.at = at + 8;
  state.end = state.at + *(u64 *)at;
  u64 count = take_int(&state, 1);
  for (u64 i = 0; i < count && !state.error; i++) run_entry(&state);
  if (!state.error && state.at != state.end) fail(&state, TRAILING_BYTES);
  return state.error;
}
