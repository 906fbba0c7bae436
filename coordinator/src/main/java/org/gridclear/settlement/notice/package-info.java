/** Messages to members of what the settlement process changes (docs/settlement-process.md). */
@NullMarked
package org.gridclear.settlement.notice;

import org.jspecify.annotations.NullMarked;
