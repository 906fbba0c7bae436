/** Commands that prove closes. */
@NullMarked
package org.gridclear.cli.settlement.proof;

import org.jspecify.annotations.NullMarked;
