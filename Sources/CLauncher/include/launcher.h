#ifndef DESCENT_LAUNCHER_H
#define DESCENT_LAUNCHER_H

#include <sys/resource.h>
#include <sys/types.h>

/// What a child may use. Zero means: no limit of ours.
typedef struct {
  unsigned long long cpu_seconds;
  unsigned long long memory_bytes;
  unsigned long long file_bytes;
  unsigned long long open_files;
  unsigned long long processes;
} descent_limits;

/// Where a program that starts another one inside a sandbox says how far it came.
enum { descent_status_target = 3 };

/// Opens a pipe that no program started by another thread meanwhile inherits. Returns 0 or the error number.
int descent_pipe(int ends[2]);

/// Starts `path` in a process group of its own, under `limits`.
///
/// The child sees `standard_input`, `standard_output` and `standard_error` as 0, 1 and 2, `status` as
/// `descent_status_target` unless it is negative, and `reply` as `reply_target`, which is larger than all of these; every
/// other descriptor is closed. The limits hold before the program's image loads, so they
/// also bind its static constructors.
///
/// Returns 0 and sets `child`, or returns the error number of the call that failed, also when it was `execve`.
int descent_launch(const char *path, char *const arguments[], char *const environment[],
                   const char *directory, int standard_input, int standard_output, int standard_error,
                   int status, int reply, int reply_target, const descent_limits *limits, pid_t *child);

/// Whether the child has ended, without reaping it: 1 ended, 0 still running, -1 no such child.
int descent_has_ended(pid_t child);

/// Ends the child's whole process group and reaps the child; its resource use goes to `usage`.
///
/// Returns the wait status, or -1 where there is no such child.
int descent_end(pid_t child, struct rusage *usage);

/// A descriptor that stands for a process that isn't a child, so that its end can be waited for; -1 where there is none.
int descent_watch(pid_t process);

/// Waits until the process of `descent_watch` has ended, or so many milliseconds; says whether it has.
///
/// The first process of a namespace ends after all others of it.
int descent_is_gone(int watch, int milliseconds);

/// Makes this process the parent of all its descendants that lose theirs, so that it can wait for each and learn what it
/// used. Returns 0, or -1 where the system has no such thing.
int descent_adopt_orphans(void);

#endif
