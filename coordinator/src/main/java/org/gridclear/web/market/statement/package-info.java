/** Statements and disputes of members over HTTP. */
@NullMarked
package org.gridclear.web.market.statement;

import org.jspecify.annotations.NullMarked;
