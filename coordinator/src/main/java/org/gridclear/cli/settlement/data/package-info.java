/** Commands of the data of a settlement folder: made, checked, accepted, locked. */
@NullMarked
package org.gridclear.cli.settlement.data;

import org.jspecify.annotations.NullMarked;
