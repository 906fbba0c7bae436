/** Commands of the settlement, from the delivered day to the verified close. */
@NullMarked
package org.gridclear.cli.settlement;

import org.jspecify.annotations.NullMarked;
