/** Rules of the market over HTTP: proposed and reviewed, or set by one account. */
@NullMarked
package org.gridclear.web.market.rule;

import org.jspecify.annotations.NullMarked;
