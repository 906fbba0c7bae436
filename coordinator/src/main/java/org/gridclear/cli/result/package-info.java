/** Commands that ask the results of a market's days. */
@NullMarked
package org.gridclear.cli.result;

import org.jspecify.annotations.NullMarked;
