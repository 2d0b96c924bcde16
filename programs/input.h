// What our programs that only listen share: the runtime's layout of a program's input, and the syscalls by which they log it.
typedef unsigned char u8;
typedef unsigned long long u64;

// Solana's C interface: layouts and syscalls as the runtime defines them.
typedef struct { const u8 *at; u64 len; } Bytes;
void sol_log_data(const Bytes *, u64 len);
void sol_memcpy_(u8 *to, const u8 *from, u64 len);

enum { KEY = 32, KEY_AT = 8, DATA_LEN_AT = 80, DATA_AT = 88, REALLOC_SPACE = 10240, FIRST_LISTED = 0xff };

// What is logged of the accounts is put together at the start of the heap.
#define heap ((u8 *)0x300000000ull)

// Where the account behind one that is listed for the first time starts, by the length of its data.
static inline __attribute__((always_inline)) const u8 *behind_account(const u8 *at, u64 data_len) {
  return (const u8 *)(((u64)at + DATA_AT + data_len + REALLOC_SPACE + 7) & ~7ull) + 8;
}
