// Starting a child under limits takes fork: posix_spawn can't set limits before the image loads, and Swift has no
// fork. Between fork and execve only async-signal-safe calls are made, and nothing is written but the child's own
// variables.
#define _GNU_SOURCE
#include "launcher.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__linux__)
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

static void limit(int resource, unsigned long long soft, unsigned long long hard) {
  if (soft == 0) return;
  struct rlimit value = {.rlim_cur = soft, .rlim_max = hard};
  setrlimit(resource, &value);
}

static void apply(const descent_limits *limits) {
  // The soft CPU limit raises SIGXCPU, which tells "timed out" from every other end; the hard one can't be caught.
  limit(RLIMIT_CPU, limits->cpu_seconds, limits->cpu_seconds + 1);
#ifdef RLIMIT_AS
  limit(RLIMIT_AS, limits->memory_bytes, limits->memory_bytes);
#endif
  limit(RLIMIT_FSIZE, limits->file_bytes, limits->file_bytes);
  limit(RLIMIT_NOFILE, limits->open_files, limits->open_files);
#ifdef RLIMIT_NPROC
  limit(RLIMIT_NPROC, limits->processes, limits->processes);
#endif
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
}

static void close_from_to(int first, int last) {
#if defined(__linux__)
  close_range((unsigned)first, (unsigned)last, 0);
#else
  for (int descriptor = first; descriptor <= last; descriptor++) close(descriptor);
#endif
}

enum { most_moved = 6 };

// Puts descriptors where they belong, targets in rising order, and closes all others. Each is first copied above all
// targets, so that no move overwrites one still needed.
static int arrange(const int sources[], const int targets[], int count) {
  int parked[most_moved];
  int last = targets[count - 1];
  for (int index = 0; index < count; index++) {
    parked[index] = fcntl(sources[index], F_DUPFD, last + 1);
    if (parked[index] < 0) return -1;
  }
  for (int index = 0; index < count; index++) {
    if (dup2(parked[index], targets[index]) < 0) return -1;
    if (index > 0 && targets[index - 1] + 1 < targets[index])
      close_from_to(targets[index - 1] + 1, targets[index] - 1);
  }
  int most = (int)sysconf(_SC_OPEN_MAX);
  close_from_to(last + 1, most > last ? most : last + 1);
  return fcntl(last, F_SETFD, FD_CLOEXEC);
}

int descent_pipe(int ends[2]) {
#if defined(__linux__)
  return pipe2(ends, O_CLOEXEC) < 0 ? errno : 0;
#else
  if (pipe(ends) < 0) return errno;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  return 0;
#endif
}

int descent_launch(const char *path, char *const arguments[], char *const environment[],
                   const char *directory, int standard_input, int standard_output, int standard_error,
                   int status, int reply, int reply_target, const descent_limits *limits, pid_t *child) {
  int failure[2];
  int opened = descent_pipe(failure);
  if (opened != 0) return opened;
#if defined(__linux__)
  // The child borrows this process's memory until it is another program, and the caller waits: copying the tables of all
  // its pages takes longer than all else here.
  pid_t process = vfork();
#else
  pid_t process = fork();
#endif
  if (process < 0) {
    int error = errno;
    close(failure[0]);
    close(failure[1]);
    return error;
  }
  if (process == 0) {
    const int plain[] = {standard_input, standard_output, standard_error, reply, failure[1]};
    const int plain_targets[] = {0, 1, 2, reply_target, reply_target + 1};
    const int sealed[] = {standard_input, standard_output, standard_error, status, reply, failure[1]};
    const int sealed_targets[] = {0, 1, 2, descent_status_target, reply_target, reply_target + 1};
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGPIPE, SIG_DFL);
    signal(SIGXFSZ, SIG_DFL);
    setpgid(0, 0);
    int report = failure[1];
    int arranged = status < 0 ? arrange(plain, plain_targets, 5) : arrange(sealed, sealed_targets, 6);
    if (arranged == 0) {
      report = reply_target + 1;
      if (directory == NULL || chdir(directory) == 0) {
        apply(limits);
        execve(path, arguments, environment);
      }
    }
    int error = errno;
    ssize_t written = write(report, &error, sizeof error);
    (void)written;
    _exit(127);
  }
  setpgid(process, process);  // Here too: whichever of the two runs first, the group exists before it is needed.
  close(failure[1]);
  int error = 0;
  ssize_t count;
  do count = read(failure[0], &error, sizeof error);
  while (count < 0 && errno == EINTR);
  close(failure[0]);
  if (count > 0) {
    waitpid(process, NULL, 0);
    return error;
  }
  *child = process;
  return 0;
}

int descent_has_ended(pid_t child) {
  siginfo_t information = {0};
  if (waitid(P_PID, (id_t)child, &information, WEXITED | WNOHANG | WNOWAIT) < 0) return -1;
  return information.si_pid == child ? 1 : 0;
}

int descent_end(pid_t child, struct rusage *usage) {
  // The group is killed before the leader is reaped: until then its number can't belong to anybody else.
  kill(-child, SIGKILL);
  int status = 0;
  pid_t reaped;
  do reaped = wait4(child, &status, 0, usage);
  while (reaped < 0 && errno == EINTR);
  return reaped == child ? status : -1;
}

int descent_watch(pid_t process) {
#if defined(__linux__) && defined(SYS_pidfd_open)
  return (int)syscall(SYS_pidfd_open, process, 0);
#else
  (void)process;
  return -1;
#endif
}

int descent_is_gone(int watch, int milliseconds) {
#if defined(__linux__)
  struct pollfd entry = {.fd = watch, .events = POLLIN};
  int count;
  do count = poll(&entry, 1, milliseconds);
  while (count < 0 && errno == EINTR);
  return count == 1;
#else
  (void)watch;
  (void)milliseconds;
  return 1;
#endif
}

int descent_adopt_orphans(void) {
#if defined(__linux__)
  return prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
#else
  return -1;
#endif
}
