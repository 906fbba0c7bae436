/**
 * Auditors of a clearing: they check a result against the data of its case, without the model and
 * without the solver that made it.
 */
@NullMarked
package org.gridclear.clearing.audit;

import org.jspecify.annotations.NullMarked;
