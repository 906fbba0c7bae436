/**
 * The whole program of a case, written from docs/model.md: decisions, expressions, rows by family.
 */
package org.gridclear.oracle.program;
