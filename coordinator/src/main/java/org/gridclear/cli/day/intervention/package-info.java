/** Versions of a day that no clearing made: by hand, or from a result of before. */
@NullMarked
package org.gridclear.cli.day.intervention;

import org.jspecify.annotations.NullMarked;
