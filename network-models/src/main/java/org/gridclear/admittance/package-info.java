/**
 * The AC network as numbers: branch admittances, the bus admittance matrix and the Jacobian of the
 * power balance, by position in the elimination order. Solvers are elsewhere.
 */
package org.gridclear.admittance;
