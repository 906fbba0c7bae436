/**
 * Auditors of a clearing: they check a result against the data of its case, without the model and
 * without the solver that made it.
 */
package org.gridclear.clearing.audit;
