/** Cuts that lower or lift the bound of a clearing, each an {@code Inequality}. */
package org.gridclear.clearing.bound;
