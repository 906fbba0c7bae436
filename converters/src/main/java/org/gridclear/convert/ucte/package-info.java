/** UCTE-DEF files as they are written: what may not stand, and what their reader mends in them. */
@NullMarked
package org.gridclear.convert.ucte;

import org.jspecify.annotations.NullMarked;
