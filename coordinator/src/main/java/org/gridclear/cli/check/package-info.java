/** Commands of the rules that what a market is given is held against. */
@NullMarked
package org.gridclear.cli.check;

import org.jspecify.annotations.NullMarked;
