/** The settlement process over HTTP (docs/settlement-process.md). */
@NullMarked
package org.gridclear.web.market.settlement;

import org.jspecify.annotations.NullMarked;
