/** Commands of the market day: what becomes of versions, and what happened to a date. */
@NullMarked
package org.gridclear.cli.day;

import org.jspecify.annotations.NullMarked;
