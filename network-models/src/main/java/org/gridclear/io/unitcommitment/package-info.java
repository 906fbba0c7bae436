/** UnitCommitment.jl and pglib-uc: the two published unit-commitment formats. */
@NullMarked
package org.gridclear.io.unitcommitment;

import org.jspecify.annotations.NullMarked;
