// Pango sets text, Cairo draws; Plotting needs the image, PDF and SVG surfaces.
#ifndef DESCENT_CPANGO_SHIM_H
#define DESCENT_CPANGO_SHIM_H

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <cairo.h>
#include <pango/pangocairo.h>

#endif
