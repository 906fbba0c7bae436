/**
 * The numerical floor: fill-reducing ordering, sparse factors, admittances, Jacobians, and the
 * sensitivities that come from them. LDLᵀ of matrices that may be indefinite is own code because no
 * Java library on offer has both (docs/decisions/003-sparse.md).
 */
@NullMarked
package org.gridclear.numerics;

import org.jspecify.annotations.NullMarked;
