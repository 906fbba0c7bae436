/**
 * The whole program of a case, written from docs/model.md: decisions, expressions, rows by family.
 */
@NullMarked
package org.gridclear.oracle.program;

import org.jspecify.annotations.NullMarked;
