/** The result of a clearing: flows, relaxations, prices of constraints, security. */
package org.gridclear.clearing.result;
