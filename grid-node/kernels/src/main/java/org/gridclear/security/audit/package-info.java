/** Flows by another path: Newton and DC in EJML, every outage anew, nothing of the kernels. */
@NullMarked
package org.gridclear.security.audit;

import org.jspecify.annotations.NullMarked;
