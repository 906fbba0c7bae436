/** HiGHS through its C interface. The only package that imports JNA. */
@NullMarked
package org.gridclear.solver.highs;

import org.jspecify.annotations.NullMarked;
