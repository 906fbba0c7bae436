/**
 * The linear model of a case: what its columns and rows mean, and how families of constraints join
 * it. A family needs nothing but this package; {@code clearing.constraint} has the built-in ones.
 */
@NullMarked
package org.gridclear.clearing.model;

import org.jspecify.annotations.NullMarked;
