/** A market day that anybody can watch: a synthetic market, its members, and what befalls it. */
@NullMarked
package org.gridclear.market.demo;

import org.jspecify.annotations.NullMarked;
