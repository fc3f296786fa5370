// The last step into a sandbox, taken inside it: what namespaces leave open is closed here, just before the program's
// image loads.
//
//   descent-sealed [--first yes] [--user NUMBER|own] [--processes NUMBER] [--deny answers|tools]
//                  [--status DESCRIPTOR] -- PROGRAM ...
//
// It says on the status descriptor how far it came: a zero when all is set and the program is about to start, and the
// error number after it where the program couldn't be started. So a sandbox that could not be built is never mistaken
// for a program that failed. As the first process of a namespace it says at the end how the program ended, and what it
// and its children used: -1, the wait status, and milliseconds of processor time.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/prctl.h>
#include <sys/random.h>
#endif

#include "filter.h"

static const char *name = "descent-sealed";

static int fail(const char *what) {
  fprintf(stderr, "%s: %s: %s\n", name, what, strerror(errno));
  return 126;
}

// Becomes another user for good. `own` is a user that nobody else is, so that no other sandbox's processes count against
// this one's limit, and none can be signaled; where so high a number isn't mapped, it is the usual nobody.
static int become(const char *user) {
  unsigned number = 65534;
  if (strcmp(user, "own") != 0) {
    number = (unsigned)strtoul(user, NULL, 10);
  } else {
#if defined(__linux__)
    if (getrandom(&number, sizeof number, 0) != sizeof number) return -1;
    number = 0x40000000u | (number & 0x0fffffffu);
#endif
  }
  if (number == 0 || setgroups(0, NULL) != 0) return -1;
  if (setgid(number) != 0) {
    number = 65534;
    if (setgid(number) != 0) return -1;
  }
  return setuid(number);
}

static int bound_processes(const char *most) {
  rlim_t count = strtoul(most, NULL, 10);
  struct rlimit limit = {count, count};
  return setrlimit(RLIMIT_NPROC, &limit);
}

// Says so many numbers on the status descriptor; one write, so that nobody reads a part of them.
static int say(int status, const int numbers[], int count) {
  if (status < 0) return 0;
  size_t size = (size_t)count * sizeof *numbers;
  return write(status, numbers, size) == (ssize_t)size ? 0 : -1;
}

static int milliseconds(struct timeval time) { return (int)(time.tv_sec * 1000 + time.tv_usec / 1000); }

// Says how the program ended. Whoever started the sandbox can't know: it sees this process end, not the program.
static void tell_end(int status, int ending) {
  struct rusage used;
  getrusage(RUSAGE_CHILDREN, &used);
  const int numbers[] = {-1, ending, milliseconds(used.ru_utime) + milliseconds(used.ru_stime)};
  say(status, numbers, 3);
}

static void close_all_but(int kept) {
  int most = (int)sysconf(_SC_OPEN_MAX);
  for (int descriptor = 0; descriptor < most; descriptor++)
    if (descriptor != kept) close(descriptor);
}

// The first process of a namespace is exempt from signals and adopts all orphans, so it must not be the program: it
// stays behind here, waits, and tells how the program ended. It keeps its user, so that the program can't touch it.
// Returns in the program's process alone.
static void stay_behind(int status) {
  pid_t program = fork();
  if (program == 0) return;
  if (program < 0) _exit(fail("no process"));
  close_all_but(status);
  for (;;) {
    int ending;
    pid_t ended = wait(&ending);
    if (ended == program) {
      tell_end(status, ending);
      _exit(WIFEXITED(ending) ? WEXITSTATUS(ending) : 128 + WTERMSIG(ending));
    }
    if (ended < 0 && errno != EINTR) _exit(126);
  }
}

int main(int count, char **arguments) {
  const char *first = NULL, *user = NULL, *processes = NULL, *denied = NULL;
  int status = -1, next = 1;
  for (; next + 1 < count && strcmp(arguments[next], "--") != 0; next += 2) {
    const char *value = arguments[next + 1];
    if (strcmp(arguments[next], "--first") == 0) first = value;
    else if (strcmp(arguments[next], "--user") == 0) user = value;
    else if (strcmp(arguments[next], "--processes") == 0) processes = value;
    else if (strcmp(arguments[next], "--deny") == 0) denied = value;
    else if (strcmp(arguments[next], "--status") == 0) status = atoi(value);
    else break;
  }
  if (next + 1 >= count || strcmp(arguments[next], "--") != 0) {
    fprintf(stderr, "%s starts a program inside a sandbox; descent grade uses it.\n", name);
    return 64;
  }
  char **program = arguments + next + 1;
  if (first != NULL) stay_behind(status);
  if (status >= 0 && fcntl(status, F_SETFD, FD_CLOEXEC) != 0) return fail("the status descriptor");
  if (user != NULL && become(user) != 0) return fail("the user can't be changed");
  if (processes != NULL && bound_processes(processes) != 0) return fail("processes can't be limited");
#if defined(__linux__)
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return fail("privileges can't be given up");
#endif
  if (denied != NULL && deny_system_calls(strcmp(denied, "tools") == 0) != 0) return fail("the filter");
  const int starting = 0;
  if (say(status, &starting, 1) != 0) return fail("the status descriptor");
  execvp(program[0], program);
  int error = errno;
  if (say(status, &error, 1) != 0) return fail("the status descriptor");
  errno = error;
  return fail(program[0]);
}
