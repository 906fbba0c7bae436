/** Commands that clear: one case, or the cases of a study. */
@NullMarked
package org.gridclear.cli.clearing;

import org.jspecify.annotations.NullMarked;
