/** Grids and flows of a day for the auditor, with outages really made. */
@NullMarked
package org.gridclear.clearing.audit.flow;

import org.jspecify.annotations.NullMarked;
