/** UnitCommitment.jl and pglib-uc: the two published unit-commitment formats. */
package org.gridclear.io.unitcommitment;
