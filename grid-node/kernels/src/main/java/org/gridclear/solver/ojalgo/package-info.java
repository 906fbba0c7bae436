/** ojAlgo, pure Java: small cases, cross-checks, and where no native library loads. */
@NullMarked
package org.gridclear.solver.ojalgo;

import org.jspecify.annotations.NullMarked;
