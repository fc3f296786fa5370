// libarchive, which reads the archives that submissions come in.
#ifndef DESCENT_ARCHIVE_H
#define DESCENT_ARCHIVE_H

#include <archive.h>
#include <archive_entry.h>

#endif
