/**
 * The numerical floor: fill-reducing ordering and LDLᵀ of sparse symmetric matrices that may be
 * indefinite. Own code because no Java library on offer has both (docs/decisions/003-sparse.md).
 */
package org.gridclear.sparse;
