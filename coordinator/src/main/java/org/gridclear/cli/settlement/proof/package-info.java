/** Commands that prove closes, and what is signed. */
@NullMarked
package org.gridclear.cli.settlement.proof;

import org.jspecify.annotations.NullMarked;
