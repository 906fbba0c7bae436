/** The registry of the market over HTTP. */
@NullMarked
package org.gridclear.web.market.registry;

import org.jspecify.annotations.NullMarked;
