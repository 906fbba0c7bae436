/**
 * Auditors: they re-check a result against the data of its case, without the model and without the
 * solver that made it. Flows come from EJML here, not from the product's own factors.
 */
package org.gridclear.audit;
