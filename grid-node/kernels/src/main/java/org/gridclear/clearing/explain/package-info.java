/** Why a schedule and its prices are as they are, out of the result alone. */
package org.gridclear.clearing.explain;
