// libcsv: a streaming CSV parser that calls back for each field and each row.
#ifndef CCSV_SHIM_H
#define CCSV_SHIM_H

#include <csv.h>

#endif
