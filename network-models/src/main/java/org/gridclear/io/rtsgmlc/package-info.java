/**
 * The CSV folder of RTS-GMLC: source tables and a year of series, of which a day is read. Start at
 * {@link RtsGmlcFormat}.
 */
@NullMarked
package org.gridclear.io.rtsgmlc;

import org.jspecify.annotations.NullMarked;
