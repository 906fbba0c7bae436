/** ojAlgo, pure Java: small cases, cross-checks, and where no native library loads. */
package org.gridclear.solver.ojalgo;
