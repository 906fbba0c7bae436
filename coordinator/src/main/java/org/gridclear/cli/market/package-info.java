/**
 * Commands of cases and studies: validate, show, clear, study, compare, explain, import, export.
 */
@NullMarked
package org.gridclear.cli.market;

import org.jspecify.annotations.NullMarked;
