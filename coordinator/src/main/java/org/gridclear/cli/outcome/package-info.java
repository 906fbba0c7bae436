/** Commands that look at what was cleared: reasons, changes, differences. */
@NullMarked
package org.gridclear.cli.outcome;

import org.jspecify.annotations.NullMarked;
