#ifndef DESCENT_FILTER_H
#define DESCENT_FILTER_H

/// Denies system calls that no exercise needs, for this process and all that it starts: those that open sockets, look
/// into other processes, change namespaces and mounts, or are known for holes in kernels. They fail with EPERM.
///
/// New processes are denied too, unless `allows_processes` (a compiler driver starts its frontend and its linker);
/// threads never are. Where the system has no such filters, nothing is denied.
///
/// Returns 0, or -1 with errno set.
int deny_system_calls(int allows_processes);

#endif
