#ifndef DESCENT_ALLOCATION_COUNTER_H
#define DESCENT_ALLOCATION_COUNTER_H

/// How often the calling thread has asked for memory so far; -1 where that can't be counted.
long descent_allocation_count(void);

#endif
