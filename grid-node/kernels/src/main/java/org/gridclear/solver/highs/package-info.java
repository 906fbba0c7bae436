/** HiGHS through its C interface. The only package that imports JNA. */
package org.gridclear.solver.highs;
