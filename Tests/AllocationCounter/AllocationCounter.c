// Stands in front of the C library's allocation, for tests that show that a loop allocates nothing. A program's own
// malloc takes the place of glibc's, also for the Swift runtime. Each thread counts for itself, so tests may run side
// by side. Some of OpenBLAS's kernels ask for a buffer in small products; what the library asks for isn't counted.

#define _GNU_SOURCE
#include "AllocationCounter.h"

#include <stdlib.h>

#if defined(__GLIBC__)

#include <errno.h>
#include <link.h>
#include <stdint.h>
#include <string.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static __thread long count __attribute__((tls_model("initial-exec")));

// Where OpenBLAS's code lies.
static uintptr_t library_start, library_end;

static int find_library(struct dl_phdr_info *info, size_t size, void *data) {
  (void)size, (void)data;
  if (strstr(info->dlpi_name, "openblas") == NULL) return 0;
  for (int index = 0; index < info->dlpi_phnum; index++) {
    const ElfW(Phdr) *header = &info->dlpi_phdr[index];
    if (header->p_type != PT_LOAD || !(header->p_flags & PF_X)) continue;
    library_start = info->dlpi_addr + header->p_vaddr;
    library_end = library_start + header->p_memsz;
  }
  return 1;
}

__attribute__((constructor)) static void look_for_library(void) { dl_iterate_phdr(find_library, NULL); }

static void count_call(const void *caller) {
  uintptr_t address = (uintptr_t)caller;
  if (address < library_start || address >= library_end) count++;
}

#define COUNT_CALL count_call(__builtin_return_address(0))

void *malloc(size_t size) {
  COUNT_CALL;
  return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
  COUNT_CALL;
  return __libc_calloc(number, size);
}

void *realloc(void *memory, size_t size) {
  COUNT_CALL;
  return __libc_realloc(memory, size);
}

void *memalign(size_t alignment, size_t size) {
  COUNT_CALL;
  return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  COUNT_CALL;
  return __libc_memalign(alignment, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size) {
  COUNT_CALL;
  void *result = __libc_memalign(alignment, size);
  if (result == NULL) return ENOMEM;
  *memory = result;
  return 0;
}

long descent_allocation_count(void) { return count; }

#else

long descent_allocation_count(void) { return -1; }

#endif
