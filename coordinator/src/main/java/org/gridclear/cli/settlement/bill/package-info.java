/** Commands of bills: issuing, explaining, carrying into a later month. */
@NullMarked
package org.gridclear.cli.settlement.bill;

import org.jspecify.annotations.NullMarked;
