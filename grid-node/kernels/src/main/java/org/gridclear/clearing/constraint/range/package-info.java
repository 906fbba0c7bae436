/** Families of constraints that are rows with a least and a most over spans of time. */
@NullMarked
package org.gridclear.clearing.constraint.range;

import org.jspecify.annotations.NullMarked;
