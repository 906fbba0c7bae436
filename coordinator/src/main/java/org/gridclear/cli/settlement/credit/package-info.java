/** Commands {@code gridclear settle credit}: ratings, guarantees, deposits, exposure. */
@NullMarked
package org.gridclear.cli.settlement.credit;

import org.jspecify.annotations.NullMarked;
