#define _GNU_SOURCE
#include "filter.h"

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_X86_64
#else
#define OWN_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

static const int denied[] = {
    // Networks, and sockets of any kind.
    SYS_socket, SYS_socketpair, SYS_connect, SYS_bind, SYS_listen,
    // Other processes.
    SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_pidfd_open, SYS_pidfd_getfd,
    SYS_pidfd_send_signal, SYS_kcmp, SYS_process_madvise,
    // Namespaces, mounts and roots.
    SYS_unshare, SYS_setns, SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_open_tree, SYS_move_mount, SYS_fsopen,
    SYS_fsconfig, SYS_fsmount, SYS_fspick, SYS_mount_setattr, SYS_name_to_handle_at, SYS_open_by_handle_at,
    // Memory that outlives a process or is kept from its limits.
    SYS_shmget, SYS_shmat, SYS_semget, SYS_msgget, SYS_mq_open, SYS_memfd_create, SYS_memfd_secret,
    // Large parts of the kernel that nothing here uses.
    SYS_bpf, SYS_perf_event_open, SYS_userfaultfd, SYS_io_uring_setup, SYS_io_uring_enter, SYS_io_uring_register,
    SYS_add_key, SYS_request_key, SYS_keyctl, SYS_fanotify_init, SYS_vhangup, SYS_quotactl, SYS_acct, SYS_syslog,
    SYS_personality, SYS_init_module, SYS_finit_module, SYS_delete_module, SYS_kexec_load, SYS_reboot, SYS_swapon,
    SYS_swapoff, SYS_settimeofday, SYS_clock_settime, SYS_adjtimex, SYS_clock_adjtime, SYS_sethostname,
    SYS_setdomainname,
};

enum { denied_count = sizeof denied / sizeof denied[0], most_instructions = 2 * denied_count + 32 };

static struct sock_filter program[most_instructions];
static unsigned short length;

static void add(struct sock_filter instruction) { program[length++] = instruction; }

static void load(unsigned offset) {
  add((struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offset));
}

static void answer(unsigned action) { add((struct sock_filter)BPF_STMT(BPF_RET | BPF_K, action)); }

static const unsigned refused = SECCOMP_RET_ERRNO | EPERM;

static void deny(int call) {
  add((struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)call, 0, 1));
  answer(refused);
}

// clone makes threads and processes, told apart by its flags, which are its first argument. The flags of clone3 lie in
// memory that a filter can't read, so the C library is told that there is no such call and takes clone.
static void judge_clones(int allows_processes) {
  add((struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone3, 0, 1));
  answer(SECCOMP_RET_ERRNO | ENOSYS);
  add((struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 4));
  load(offsetof(struct seccomp_data, args[0]));
  const unsigned namespaces = CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS |
                              CLONE_NEWCGROUP;
  if (allows_processes)
    add((struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, namespaces, 0, 1));
  else
    add((struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0));
  answer(refused);
  answer(SECCOMP_RET_ALLOW);
#if defined(__x86_64__)
  if (!allows_processes) {
    deny(SYS_fork);
    deny(SYS_vfork);
  }
#endif
}

int deny_system_calls(int allows_processes) {
  length = 0;
  load(offsetof(struct seccomp_data, arch));
  add((struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OWN_ARCHITECTURE, 1, 0));
  answer(SECCOMP_RET_KILL_PROCESS);
  load(offsetof(struct seccomp_data, nr));
#if defined(__x86_64__)
  // The calls of the x32 form have numbers of their own, which the list doesn't name.
  add((struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1));
  answer(refused);
#endif
  for (int index = 0; index < denied_count; index++) deny(denied[index]);
  judge_clones(allows_processes);
  answer(SECCOMP_RET_ALLOW);
  struct sock_fprog filter = {.len = length, .filter = program};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
}

#else

int deny_system_calls(int allows_processes) {
  (void)allows_processes;
  return 0;
}

#endif
