/** Flows by another path: Newton and DC in EJML, every outage anew, nothing of the kernels. */
package org.gridclear.security.audit;
