/** Families of constraints that are rows with a least and a most over spans of time. */
package org.gridclear.clearing.constraint.range;
